using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Blocks;

/// <summary>Recognises the closing paragraph about the author.</summary>
internal static class Bios
{
    private const int MostWordsOfName = 5;

    private static readonly Phrases Openings = new(
    [
        "about the author", "about the writer", "the author is", "the writer is", "the authors are", "über den autor", "über die autorin",
        "der autor ist", "die autorin ist",
        "à propos de l'auteur", "l'auteur est", "el autor es", "la autora es", "sobre el autor", "l'autore è", "o autor é", "sobre o autor",
        "over de auteur", "об авторе",
    ]);

    private static readonly WordSet Trades = new(
        """
        author writer columnist journalist reporter correspondent editor professor lecturer fellow scholar director founder co-founder
        analyst researcher economist historian president chairman chairwoman consultant
        """);

    private static readonly string[] Conjunctions = [" and ", " und ", " et ", " y ", " e ", " en ", ", "];

    public static bool Is(ReadOnlySpan<char> paragraph, string? byline)
    {
        var name = NameAt(paragraph);
        return Openings.Open(paragraph) || (name > 0 && (IsAuthor(paragraph, byline) || IsIntroduced(paragraph[name..])));
    }

    /// <summary>Checks whether the paragraph opens with a name of the byline. "Jane Doe and John Roe" has two names.</summary>
    private static bool IsAuthor(ReadOnlySpan<char> paragraph, string? byline)
    {
        var opening = paragraph.TrimStart("Dr. Prof.");
        foreach (var author in byline?.Split(Conjunctions, StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (author.Contains(' ', StringComparison.Ordinal) && opening.StartsWith(author, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks for "... is a professor at ..." within the first words.</summary>
    private static bool IsIntroduced(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" ,");
        if (!rest.StartsWith("is a", StringComparison.Ordinal) && !rest.StartsWith("is the ", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var word in rest[..Math.Min(rest.Length, 100)].Split(' '))
        {
            if (Trades.Contains(rest[word].TrimEnd(".,;")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The length of the two to five capitalised words that open the paragraph, else 0.</summary>
    private static int NameAt(ReadOnlySpan<char> paragraph)
    {
        var (at, words) = (0, 0);
        while (at < paragraph.Length && words <= MostWordsOfName && char.IsUpper(paragraph[at]))
        {
            while (at < paragraph.Length && (Marks.IsWord(paragraph[at]) || paragraph[at] is '.' or '-'))
            {
                at++;
            }

            words++;
            at += at < paragraph.Length && paragraph[at] == ' ' ? 1 : 0;
        }

        return words is >= 2 and <= MostWordsOfName ? at : 0;
    }
}
