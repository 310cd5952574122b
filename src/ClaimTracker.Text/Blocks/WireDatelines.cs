using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Dates;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Blocks;

/// <summary>
/// Recognises the opening of a wire report: place, date and agency before a dash, as in "KYIV, Ukraine (AP) — ", "LUND, May 3 /Newswire/
/// --" or "Nov. 20 (UPI) -- ".
/// </summary>
internal static class WireDatelines
{
    /// <summary>In characters.</summary>
    private const int Longest = 90;

    private const int MostWordsOfPlace = 7;
    private const int MostWordsOfName = 3;

    private static readonly string[] Dashes = [" -- ", " — ", " – ", " - ", ".- ", " —", " --", "— ", " ― "];

    private static readonly WordSet Agencies = new(
        """
        ap afp upi reuters dpa efe ansa tass itar-tass ria interfax xinhua kyodo dw bbc cnn npr anp ritzau pap apa sda ats lusa belga tanjug
        bta pti ani ians ansa/ap thomson
        """);

    /// <summary>The length of the dateline with its dash, or 0 if the paragraph opens without a dateline.</summary>
    public static int Length(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, Longest)];
        var (start, end) = (-1, -1);
        foreach (var dash in Dashes)
        {
            var at = head.IndexOf(dash, StringComparison.Ordinal);
            if (at > 0 && (start < 0 || at < start))
            {
                (start, end) = (at, at + dash.AsSpan().TrimEnd().Length);
            }
        }

        return start > 0 && end < paragraph.Length && IsHead(head[..start]) ? end : 0;
    }

    private static bool IsHead(ReadOnlySpan<char> head)
    {
        head = head.TrimEnd();
        if (head[^1] == '/' && head.IndexOf(" /") is > 0 and var stroke)
        {
            return IsPlaceOrDate(head[..stroke]) && IsUnmistakable(head[..stroke]);
        }

        var open = head.IndexOf('(');
        if (open >= 0)
        {
            var close = head.IndexOf(')');
            return close == head.Length - 1
                && IsPlaceOrDate(head[..open])
                && (IsAgency(head[(open + 1)..close]) || (IsName(head[(open + 1)..close]) && IsUnmistakable(head[..open])));
        }

        return IsCapitals(head) && LineShape.WordCount(head) <= MostWordsOfPlace;
    }

    /// <summary>Recognises a known agency, or a short name in capitals.</summary>
    private static bool IsAgency(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        var first = name.IndexOfAny(" /");
        return Agencies.Contains(name) || Agencies.Contains(first < 0 ? name : name[..first]) || (name.Length <= 12 && IsCapitals(name));
    }

    /// <summary>Recognises a few words with capitals, as in the name of an unlisted agency.</summary>
    private static bool IsName(ReadOnlySpan<char> name)
    {
        var words = name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWordsOfName && Array.TrueForAll(words, static word => char.IsUpper(word[0]));
    }

    /// <summary>
    /// Recognises a place in capitals or a date. "London (City Hall) - " could begin a sentence, "Mar. 3 (City Hall) - " could not.
    /// </summary>
    private static bool IsUnmistakable(ReadOnlySpan<char> head)
    {
        var words = head.ToString().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        return IsCapitals(head) || Array.Exists(words, static word => MonthNames.Number(word) > 0);
    }

    private static bool IsPlaceOrDate(ReadOnlySpan<char> head)
    {
        foreach (var word in head.ToString().Split([' ', ',', '.', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsLower(word[0]) && MonthNames.Number(word) == 0 && word is not ("de" or "of" or "del" or "di"))
            {
                return false;
            }
        }

        return LineShape.WordCount(head) <= MostWordsOfPlace;
    }

    /// <summary>Recognises "WASHINGTON" or "KYIV, Ukraine": the first word in capitals, every other with at least one.</summary>
    private static bool IsCapitals(ReadOnlySpan<char> name)
    {
        var (first, letters) = (true, 0);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsLower(name[i]) && (first || i == 0 || !char.IsLetter(name[i - 1])))
            {
                return false;
            }

            first &= name[i] != ',';
            letters += char.IsUpper(name[i]) ? 1 : 0;
        }

        return letters > 1;
    }
}
