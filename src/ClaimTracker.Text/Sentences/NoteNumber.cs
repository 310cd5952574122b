using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>
/// Recognises the number of a note that has lost its superscript: <c>It was a right. 4 Even though …</c>, <c>gates.7 Six</c>.
/// </summary>
internal static class NoteNumber
{
    private const int MostDigits = 2;
    private const int LongestAttached = 7;

    /// <summary>
    /// Moves the end of a sentence past its note, if a note follows <paramref name="end"/>. Only a sentence starter after the number tells
    /// a note from a count.
    /// </summary>
    public static int Past(string text, int start, int end, int limit, SentenceRules rules)
    {
        if (text[end - 1] is '?' or '!' || end + 2 >= limit || text[end] != ' '
            || !char.IsAsciiDigit(text[end + 1]) || char.IsDigit(text[start]))
        {
            return end;
        }

        var close = end + 2;
        while (close < limit && char.IsAsciiDigit(text[close]))
        {
            close++;
        }

        return close - end <= MostDigits + 1 && close + 1 < limit && text[close] == ' ' && char.IsUpper(text[close + 1])
            && rules.IsStarter(Neighbours.WordAt(text, close + 1, limit).In(text))
            ? close
            : end;
    }

    /// <summary>
    /// Moves the end of a stop past a number directly behind it, after a plain word, a closing mark, and before a capital.
    /// </summary>
    public static Stop Attached(string text, in Stop stop, int start, int limit, SentenceRules rules)
    {
        var at = stop.End;
        if (at >= limit || !char.IsAsciiDigit(text[at]) || text[at] == '0' || stop.Mark == start
            || !(stop.HasClosing || Marks.IsClosing(text[stop.Mark - 1])
                || FullStop.FollowsPlainWord(Neighbours.WordBefore(text, stop.Mark, start).In(text), rules)))
        {
            return stop;
        }

        var (end, digits) = (at, 0);
        while (end < limit && end - at <= LongestAttached && digits <= MostDigits + 1
            && (char.IsAsciiDigit(text[end]) || (text[end] is ',' or '–' or '-' && digits > 0)))
        {
            digits = char.IsAsciiDigit(text[end]) ? digits + 1 : 0;
            end++;
        }

        return digits is 0 or > MostDigits + 1 || end - at > LongestAttached
            || !(end == limit || (end + 1 < limit && char.IsWhiteSpace(text[end]) && OpensSentence(text, end + 1, limit)))
            ? stop
            : stop with { End = end, HasClosing = true };
    }

    private static bool OpensSentence(string text, int at, int limit)
    {
        while (at < limit && (char.IsWhiteSpace(text[at]) || Marks.IsOpening(text[at])))
        {
            at++;
        }

        return at < limit && (char.IsUpper(text[at]) || char.IsDigit(text[at]));
    }
}
