using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Body;

/// <summary>Cuts a text into words to compare; in scripts without spaces each character is one.</summary>
internal static class WordCutter
{
    /// <summary>The end of the word that begins at a position; the position itself if none does.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        if (IsOwnWord(text[start]))
        {
            return start + 1;
        }

        var end = start;
        while (end < text.Length && Marks.IsWord(text[end]) && !IsOwnWord(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsOwnWord(char c) => c is >= '\u3041' and <= '\u9FFF';
}
