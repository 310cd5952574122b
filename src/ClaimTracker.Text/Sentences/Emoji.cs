namespace ClaimTracker.Text.Sentences;

/// <summary>
/// Emoji and smileys. They end a sentence where a new one begins and stay with the sentence before; those that stand for bullets open one.
/// </summary>
internal static class Emoji
{
    /// <summary>The first UTF-16 units of emoji outside the basic plane, and the commonest inside it.</summary>
    public const string Leads = "\uD83C\uD83D\uD83E❌✅✔✖❗❓❣❤☑⚠⭐✨⚡☝✌✊➡⛔☀☺☹";

    private const string Bullets = "✅❌✔✖☑➡";

    /// <summary>Signs used as words: hearts of all colours, flags.</summary>
    private const string HeartsOfPlane = "\uDC93\uDC94\uDC95\uDC96\uDC97\uDC98\uDC99\uDC9A\uDC9B\uDC9C\uDC9D\uDC9E\uDC9F";

    private const int LongestRun = 64;

    /// <summary>Checks whether an emoji starts here.</summary>
    public static bool IsAt(string text, int at) =>
        at < text.Length && (char.IsHighSurrogate(text[at])
            ? at + 1 < text.Length && IsInPlane(text[at], text[at + 1])
            : text[at] is (>= '\u2600' and <= '\u27BF') or '\u2B50' or '\u2B55' or (>= '\u23E9' and <= '\u23FA') or '\u2B06' or '\u2B07');

    public static bool IsBullet(string text, int at) => at < text.Length && Bullets.Contains(text[at], StringComparison.Ordinal);

    /// <summary>Recognises signs that stand for a word: "I ❤ Port Alden", the flag of a country.</summary>
    public static bool StandsForWord(string text, int at) =>
        text[at] is '❤' or '❣' || (at + 1 < text.Length
            && ((text[at] == '\uD83D' && HeartsOfPlane.Contains(text[at + 1], StringComparison.Ordinal))
                || (text[at] == '\uD83C' && text[at + 1] is >= '\uDDE6' and <= '\uDDFF')));

    /// <summary>
    /// The end of the emoji and smileys that start here, with the spaces between them; <paramref name="at"/> if there are none.
    /// </summary>
    public static int EndOfRun(string text, int at, int limit)
    {
        var (end, next, most) = (at, at, Math.Min(limit, at + LongestRun));
        while (next < most)
        {
            if (char.IsHighSurrogate(text[next]) && (IsAt(text, next) || (text[next] == '\uDB40' && end > at && next + 1 < limit)))
            {
                end = next += 2;
            }
            else if (IsAt(text, next) || (end > at && next == end && text[next] is '\u200D' or '\uFE0F' or '\u20E3'))
            {
                end = next += 1;
            }
            else if (SmileyAt(text, next, limit) is > 0 and var length)
            {
                end = next += length;
            }
            else if (text[next] == ' ' && end == next && end > at)
            {
                next++;
            }
            else
            {
                break;
            }
        }

        return Math.Min(end, limit);
    }

    /// <summary>Moves the end of a sentence past the emoji behind its last mark. Bullets open the next item of a list instead.</summary>
    public static Stop Past(string text, in Stop stop, int start, int limit)
    {
        var at = stop.End;
        at += at < limit && text[at] is ' ' or '\u00A0' ? 1 : 0;
        if (at >= limit || !(IsAt(text, at) || text[at] is ':' or ';') || IsBullet(text, start))
        {
            return stop;
        }

        var end = EndOfRun(text, at, limit);
        var next = end;
        while (next < limit && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        // Before a small letter it is the first word of the next sentence.
        return end > at && !(next < limit && char.IsLower(text[next]) && text[at] is not (':' or ';')) ? stop with { End = end } : stop;
    }

    /// <summary>The length of a smiley made of signs, set apart by spaces: ":-)", ";)", ":P".</summary>
    private static int SmileyAt(string text, int at, int limit)
    {
        if (text[at] is not (':' or ';') || at == 0 || !char.IsWhiteSpace(text[at - 1]))
        {
            return 0;
        }

        var mouth = at + 1;
        mouth += mouth < limit && text[mouth] is '-' or '\'' ? 1 : 0;
        var end = mouth + 1;
        while (end < limit && text[end] is ')' or '(')
        {
            end++;
        }

        return mouth < limit && text[mouth] is ')' or '(' or 'D' or 'P' or 'p' or '/' or 'o' or '*' or '|'
            && (end >= limit || char.IsWhiteSpace(text[end]) || text[end] == '.')
            ? end - at
            : 0;
    }

    private static bool IsInPlane(char high, char low) =>
        high is '\uD83D' or '\uD83E' || (high == '\uD83C' && low >= '\uDC04');
}
