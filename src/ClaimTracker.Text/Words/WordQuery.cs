using ClaimTracker.Text.Words;

namespace ClaimTracker.Text;

/// <summary>The part of a thing that a word stands in.</summary>
public enum WordField
{
    /// <summary>Its title.</summary>
    Title,

    /// <summary>Its words.</summary>
    Text,

    /// <summary>Names of people and publishers, and tags.</summary>
    Name,

    /// <summary>Notes of the desk for itself.</summary>
    Note,
}

/// <summary>A word or a phrase that is asked for.</summary>
/// <param name="Words">The forms of its words, which follow each other. At least one.</param>
/// <param name="Excluded">Whether it must not be there.</param>
/// <param name="Field">Where it has to stand; null for anywhere.</param>
/// <param name="Endings">
/// Null where the last word is asked for as it is. Otherwise any word that begins with it is meant, and one of these: forms of such words,
/// whose endings are off.
/// </param>
public sealed record WordClause(IReadOnlyList<string> Words, bool Excluded, WordField? Field, IReadOnlyList<string>? Endings)
{
    /// <summary>Whether the last word is the beginning of one.</summary>
    public bool IsPrefix => Endings is not null;
}

/// <summary>
/// What a person types to search: words in any order, "phrases", the beginnings of words*, -words that must not be there, and
/// field:words.
/// </summary>
/// <param name="Clauses">All of them have to hold. At least one is not excluded.</param>
public sealed record WordQuery(IReadOnlyList<WordClause> Clauses)
{
    /// <summary>The most words, of all clauses.</summary>
    public const int MaxWords = 64;

    /// <summary>The names before a colon, and where such words stand. Any other word before a colon is a word.</summary>
    public static IReadOnlyDictionary<string, WordField> Fields { get; } = new Dictionary<string, WordField>(
        StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = WordField.Title,
        ["text"] = WordField.Text,
        ["name"] = WordField.Name,
        ["claimant"] = WordField.Name,
        ["author"] = WordField.Name,
        ["byline"] = WordField.Name,
        ["publisher"] = WordField.Name,
        ["tag"] = WordField.Name,
        ["note"] = WordField.Note,
    };

    /// <summary>Reads what a person typed.</summary>
    /// <param name="typed">Any text.</param>
    /// <returns>The query; or null, and what it lacks, in words that follow the name of the parameter.</returns>
    public static (WordQuery? Query, string? Fault) Parse(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var clauses = new QueryReader(typed).Clauses();
        return clauses.Sum(static clause => clause.Words.Count) > MaxWords ? (null, $"must have at most {MaxWords} words")
            : clauses.TrueForAll(static clause => clause.Excluded)
                ? (null, clauses.Count == 0 ? "must have a word or a number" : "must have a word that is not excluded")
            : (new WordQuery(clauses), null);
    }
}
