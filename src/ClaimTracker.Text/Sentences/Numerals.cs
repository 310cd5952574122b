namespace ClaimTracker.Text.Sentences;

internal static class Numerals
{
    /// <summary>Recognises Roman numerals from "II" on: a single letter is as often a word or an initial.</summary>
    public static bool IsRoman(ReadOnlySpan<char> word) => word.Length > 1 && word.IndexOfAnyExcept("IVX") < 0;

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
