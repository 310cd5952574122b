namespace ClaimTracker.Text.Sentences;

/// <summary>A list inside a line, found as an ascending run: "1. … 2. …", "a) … b) …", "i) … ii) …", "• … • …".</summary>
internal static class InlineList
{
    /// <summary>In characters. Further on, a number has another reason to be there.</summary>
    private const int LongestItem = 1500;
    private const int LongestNumber = 4;
    private const string Bullets = "•⁃‣▪●◦";

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    /// <summary>
    /// The end of the item that starts here, which is the start of the next; <paramref name="limit"/> if no next item follows.
    /// </summary>
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

    /// <summary>The start of a list "1) … 2) …" inside a sentence whose first number closes at a place; 0 if there is none.</summary>
    public static int StartAt(string text, int close, int from, int limit)
    {
        var at = close - 1;
        if (at <= from + 1 || text[at] != '1' || !char.IsWhiteSpace(text[at - 1])
            || close + 1 >= limit || !char.IsWhiteSpace(text[close + 1]))
        {
            return 0;
        }

        var before = at - 1;
        while (before > from && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return char.IsLetterOrDigit(text[before]) && Find(text, close + 1, limit, "2", ")") < limit ? at : 0;
    }

    /// <summary>Returns ".)", ")" or "." with a space after it, else nothing.</summary>
    private static string MarkAt(string text, int at, int limit)
    {
        var close = at + 1 < limit && text[at] == '.' && text[at + 1] == ')' ? ".)"
            : at < limit && text[at] is '.' or ')' ? text[at].ToString()
            : "";
        return at + close.Length < limit && char.IsWhiteSpace(text[at + close.Length]) ? close : "";
    }

    /// <summary>Returns "2" for "1", "b" for "a", "ii" for "i"; null if lists are not numbered in this way.</summary>
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

    /// <summary>Checks for white space on both sides, and for no comma before: "a) money, b) time" is one sentence.</summary>
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

        // After a bare number only a capital makes a list: "1. In chapter 2. of the book".
        return text[before] is not (',' or '(') && (close != "." || (end + 1 < limit && char.IsUpper(text[end + 1])));
    }
}
