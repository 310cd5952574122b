using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Sentences;

/// <summary>References to books, laws and cases, whose full stop is inside a sentence.</summary>
internal static class References
{
    private const int LongestBook = 6;
    private const int LongestCode = 20;
    private const int MostDigits = 3;

    /// <summary>
    /// Recognises chapter and verse ("Matt. 5:3"), the number of a case ("No. QB-2026") and a law report ("[2005] QB 946").
    /// </summary>
    public static bool Hold(string text, in Neighbours near, WordClass kind)
    {
        var before = near.Before.In(text);
        return (!before.IsEmpty && char.IsUpper(before[0]) && before.Length is > 1 and <= LongestBook && IsVerse(text, near.After))
            || (kind.HasFlag(WordClass.BeforeNumber) && char.IsUpper(before[0]) && !near.IsOpened && IsCode(text, near.After.Start))
            || (near.Open == '[' && IsReport(text, near.After));
    }

    /// <summary>Recognises a year in square brackets. It belongs to a reference, and is no note.</summary>
    public static bool IsYear(ReadOnlySpan<char> word) =>
        word.Length == 4 && word[0] is '1' or '2' && word.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsVerse(string text, CharSpan chapter)
    {
        var verse = chapter.End + 1;
        return chapter.Length is > 0 and <= MostDigits && chapter.In(text).IndexOfAnyExceptInRange('0', '9') < 0
            && verse < text.Length && text[verse - 1] == ':' && char.IsAsciiDigit(text[verse]);
    }

    /// <summary>Recognises a run of capitals, digits and strokes with a digit in it.</summary>
    private static bool IsCode(string text, int at)
    {
        var (end, digits) = (at, 0);
        while (end < text.Length && end - at < LongestCode
            && (char.IsAsciiDigit(text[end]) || char.IsAsciiLetterUpper(text[end]) || text[end] is '-' or '/'))
        {
            digits += char.IsAsciiDigit(text[end]) ? 1 : 0;
            end++;
        }

        return digits > 0 && (end == text.Length || !char.IsLetter(text[end]));
    }

    private static bool IsReport(string text, CharSpan year) =>
        IsYear(year.In(text)) && year.End + 2 < text.Length && text[year.End] == ']' && text[year.End + 1] == ' '
        && char.IsUpper(text[year.End + 2]);
}
