using System.Buffers;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Citations;

/// <summary>The words by which brackets are told to hold a note of the writer, and not a part of the sentence.</summary>
internal static class NoteWords
{
    /// <summary>Code units of the longest label before a colon.</summary>
    private const int LongestLabel = 20;

    /// <summary>UTF-16 units of the longest address that is one.</summary>
    private const int LongestUrl = 2_048;

    /// <summary>Open a note where a colon follows.</summary>
    private static readonly WordSet Labels = new("""
        source sources src quelle quellen fuente fuentes fonte fonti fontes bron bronnen källa källor kilde kilder lähde lähteet źródło
        źródła zdroj zdroje forrás kaynak πηγή источник источники джерело 出典 来源 出处 المصدر
        note notes nb n.b. anm anm. anmerkung hinweis remarque nota opmerking uwaga
        fact-check factcheck fact-checked fact-checker checked verified verify faktencheck geprüft vérifié verificado cq
        ref ref. reference references cite citation see siehe vgl vgl. cf cf. voir vedi véase ver zie via per link url doc document
        evidence proof beleg belege nachweis preuve
        """);

    private static readonly WordSet TwoWords = new("factcheck factchecked");

    /// <summary>Open a note by themselves, where words follow, but not within a quotation: there an editor may have put them in.</summary>
    private static readonly Phrases Openers = new(
        "see ", "siehe ", "s. ", "vgl. ", "vgl ", "cf. ", "cf ", "voir ", "vedi ", "véase ", "zie ", "cq ", "source ", "sources ",
        "quelle ", "quellen ", "fuente ", "fonte ", "bron ");

    /// <summary>Are a note as they are: that a fact was checked, or has no source yet.</summary>
    private static readonly WordSet Whole =
        new("cq citation-needed source-needed needs-citation needs-source source? source?? quelle? quelle-fehlt beleg-fehlt");

    private static readonly SearchValues<char> EndsOfAddress = SearchValues.Create(" \t\r\n\v\f\u00A0\u2009\u202F\u3000<>\"“”„«»|");

    /// <summary>Checks whether the words in square brackets are a note, though they hold no address.</summary>
    public static bool AreNote(ReadOnlySpan<char> content, bool inQuote)
    {
        var words = content.Trim();
        if (words.IndexOfAny(':', '：') is > 0 and <= LongestLabel and var colon && IsLabel(words[..colon].TrimEnd()))
        {
            return !words[(colon + 1)..].IsWhiteSpace();
        }

        return !inQuote && (Openers.Open(words) || IsWhole(words));
    }

    /// <summary>Finds the first address in the words.</summary>
    /// <returns>Absolute, http or https; null if they hold none.</returns>
    public static string? Address(ReadOnlySpan<char> words)
    {
        for (var from = 0; words[from..].IndexOf("://") is >= 0 and var next; from += next + 3)
        {
            var before = words[..(from + next)];
            var scheme = before.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? 5
                : before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? 4
                : 0;
            if (scheme > 0 && Absolute(words[(before.Length - scheme)..], "") is { } url)
            {
                return url;
            }
        }

        var www = words.IndexOf("www.", StringComparison.OrdinalIgnoreCase);
        return www >= 0 && (www == 0 || !char.IsLetterOrDigit(words[www - 1])) ? Absolute(words[www..], "https://") : null;
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (Labels.Contains(label))
        {
            return true;
        }

        // In two words: fact check.
        Span<char> joined = stackalloc char[LongestLabel];
        return label.Count(' ') == 1 && TwoWords.Contains(Without(label, joined));
    }

    private static bool IsWhole(ReadOnlySpan<char> words)
    {
        Span<char> joined = stackalloc char[LongestLabel];
        if (words.Length > LongestLabel)
        {
            return false;
        }

        words.Replace(joined, ' ', '-');
        return Whole.Contains(joined[..words.Length]);
    }

    private static ReadOnlySpan<char> Without(ReadOnlySpan<char> label, Span<char> joined)
    {
        var space = label.IndexOf(' ');
        label[..space].CopyTo(joined);
        label[(space + 1)..].CopyTo(joined[space..]);
        return joined[..(label.Length - 1)];
    }

    private static string? Absolute(ReadOnlySpan<char> rest, string scheme)
    {
        var address = rest.IndexOfAny(EndsOfAddress) is >= 0 and var end ? rest[..end] : rest;
        address = Trimmed(address);
        return address.Length <= LongestUrl
            && Uri.TryCreate(string.Concat(scheme, address), UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.Host.AsSpan().IndexOfAny("./") != 0
            && uri.Host.Any(char.IsLetterOrDigit)
            ? string.Concat(scheme, address)
            : null;
    }

    // The end of a sentence, and a bracket that was opened before the address, are not part of it.
    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> address)
    {
        while (address is [.. var before, var last]
            && (last is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '…' or '*' or '_'
                || (last == ')' && address.Count(')') > address.Count('('))
                || (last == ']' && address.Count(']') > address.Count('['))))
        {
            address = before;
        }

        return address;
    }
}
