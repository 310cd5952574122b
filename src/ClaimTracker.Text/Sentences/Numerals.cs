namespace ClaimTracker.Text.Sentences;

internal static class Numerals
{
    /// <summary>Recognises Roman numerals from "II" on: a single letter is as often a word or an initial.</summary>
    public static bool IsRoman(ReadOnlySpan<char> word) => word.Length > 1 && word.IndexOfAnyExcept("IVX") < 0;

    /// <summary>Recognises a year with its abbreviation before an acronym: "2024 г. ВВП", "2024 r. PKB".</summary>
    public static bool DateNext(string text, in Neighbours near, int start)
    {
        var after = near.After.In(text);
        if (after.Length < 2 || near.IsOpened || near.Before.Start < start + 5 || !char.IsWhiteSpace(text[near.Before.Start - 1]))
        {
            return false;
        }

        foreach (var c in after)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return References.IsYear(text.AsSpan(near.Before.Start - 5, 4));
    }

    /// <summary>Checks for a number before the word: "1990 г.", "XIX в.".</summary>
    public static bool ComeBefore(string text, in Neighbours near, int start)
    {
        if (near.Before.Start <= start + 1)
        {
            return false;
        }

        var word = Neighbours.WordBefore(text, near.Before.Start - 1, start).In(text);
        return !word.IsEmpty && (char.IsDigit(word[^1]) || word.IndexOfAnyExcept("IVX") < 0);
    }
}
