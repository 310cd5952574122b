namespace ClaimTracker.Text.Sentences;

internal static class Numerals
{
    /// <summary>From "II" on: a single letter is a word or an initial as often.</summary>
    public static bool IsRoman(ReadOnlySpan<char> word) => word.Length > 1 && word.IndexOfAnyExcept("IVX") < 0;

    /// <summary>A number stands before the word: "1990 г.", "XIX в.".</summary>
    public static bool StandBefore(string text, in Neighbours near, int start)
    {
        if (near.Before.Start <= start + 1)
        {
            return false;
        }

        var word = Neighbours.WordBefore(text, near.Before.Start - 1, start).In(text);
        return !word.IsEmpty && (char.IsDigit(word[^1]) || word.IndexOfAnyExcept("IVX") < 0);
    }
}
