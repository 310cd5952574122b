namespace ClaimTracker.Api.Domain.Search;

/// <summary>The texts by which a thing is found.</summary>
internal sealed record SearchedThing
{
    /// <summary>Words of one row of the index. PostgreSQL keeps 256 places of a word, and the most frequent one is 6 % of a text.</summary>
    private const int WordsOfPart = 4_000;

    /// <summary>Words at the end of a row that the next begins with, so that a phrase is whole in one of them.</summary>
    private const int Overlap = 200;

    public required long Id { get; init; }

    public required string? Title { get; init; }

    public required string? Text { get; init; }

    /// <summary>Names of people and publishers, and tags.</summary>
    public required string? Name { get; init; }

    /// <summary>Notes of the desk for itself.</summary>
    public required string? Note { get; init; }

    /// <summary>Its parts, as the actor may see them.</summary>
    public IReadOnlyList<(WordField Field, string? Text)> SeenBy(Actor actor) =>
    [
        (WordField.Title, Title), (WordField.Text, Text), (WordField.Name, Name), (WordField.Note, actor.IsInside ? Note : null),
    ];

    /// <summary>Its words, as rows of the index have them: one row, but for a long text.</summary>
    /// <param name="known">The words of its text, where they are known.</param>
    public IEnumerable<IndexedThing> ToRows(IReadOnlyList<string>? known = null)
    {
        var (title, text, name, note) = (Words(Title), known ?? Words(Text), Words(Name), Words(Note));
        for (var (part, from) = (0, 0); part == 0 || from + Overlap < text.Count; (part, from) = (part + 1, from + WordsOfPart - Overlap))
        {
            yield return new IndexedThing(Id, part, title, [.. text.Skip(from).Take(WordsOfPart)], name, note);
        }
    }

    private static IReadOnlyList<string> Words(string? text) => text is null ? [] : WordForms.Of(text);
}
