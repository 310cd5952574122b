namespace ClaimTracker.Text.Sentences;

/// <summary>A list inside a line, found as an ascending run: "1. … 2. …", "a) … b) …", "i) … ii) …", "• … • …".</summary>
internal static class InlineList
{
    /// <summary>No item is longer: further on a number has another reason to be there.</summary>
    private const int LongestItem = 1500;
    private const int LongestNumber = 4;
    private const string Bullets = "•⁃‣▪●◦";

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    /// <summary>Where the item that starts here ends, as the next of its list follows; <paramref name="limit"/> where none does.</summary>
    public static int EndOfItem(string text, int start, int limit)
    {
        var first = text[start];
        if (Bullets.Contains(first, StringComparison.Ordinal))
        {
            return Find(text, start + 1, limit, first.ToString(), "");
        }

        if (!char.IsAsciiDigit(first) && !char.IsAsciiLetterLower(first) && first != '(')
        {
            return limit;
        }

        var open = first == '(' ? start + 1 : start;
        var end = open;
        while (end < limit && end - open <= LongestNumber && (char.IsAsciiDigit(text[end]) || char.IsAsciiLetterLower(text[end])))
        {
            end++;
        }

        var close = MarkAt(text, end, limit);
        return close.Length == 0 || Next(text[open..end]) is not { } next
            ? limit
            : Find(text, end + close.Length, limit, text[start..open] + next, close);
    }

    /// <summary>".)", ")" or "." with a space behind it, else nothing.</summary>
    private static string MarkAt(string text, int at, int limit)
    {
        var close = at + 1 < limit && text[at] == '.' && text[at + 1] == ')' ? ".)" : at < limit && text[at] is '.' or ')' ? text[at].ToString() : "";
        return at + close.Length < limit && char.IsWhiteSpace(text[at + close.Length]) ? close : "";
    }

    /// <summary>"2" after "1", "b" after "a", "ii" after "i"; nothing where this counts in no such way.</summary>
    private static string? Next(string number)
    {
        if (int.TryParse(number, out var value))
        {
            return (value + 1).ToString();
        }

        var roman = Array.IndexOf(Roman, number);
        return roman >= 0 && roman + 1 < Roman.Length
            ? Roman[roman + 1]
            : number.Length == 1 && number[0] is >= 'a' and < 'z' ? ((char)(number[0] + 1)).ToString() : null;
    }

    private static int Find(string text, int from, int limit, string number, string close)
    {
        var marker = number + close;
        var most = Math.Min(limit, from + LongestItem);
        for (var at = from; at < most;)
        {
            var distance = text.AsSpan(at, most - at).IndexOf(marker, StringComparison.Ordinal);
            if (distance < 0)
            {
                break;
            }

            at += distance;
            if (IsItem(text, at, at + marker.Length, limit, close))
            {
                return at;
            }

            at += marker.Length;
        }

        return limit;
    }

    /// <summary>White space on both sides, and no comma or small "and" before: those go on with one sentence, "a) money, b) time".</summary>
    private static bool IsItem(string text, int at, int end, int limit, string close)
    {
        if (!char.IsWhiteSpace(text[at - 1]) || end >= limit || (close.Length > 0 && !char.IsWhiteSpace(text[end])))
        {
            return false;
        }

        var before = at - 1;
        while (before > 0 && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        // Behind a bare number only a capital makes a list: "1. In chapter 2. of the book".
        return text[before] is not (',' or '(') && (close != "." || (end + 1 < limit && char.IsUpper(text[end + 1])));
    }
}
