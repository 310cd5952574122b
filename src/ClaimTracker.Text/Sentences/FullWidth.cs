namespace ClaimTracker.Text.Sentences;

/// <summary>Abbreviations in the wide Latin letters of Japanese and Chinese type: "Ｕ．Ｓ．", "Ｄｒ．".</summary>
internal static class FullWidth
{
    private const int LongestWord = 5;
    private const int Offset = '\uFF21' - 'A';

    /// <summary>Checks whether the wide full stop belongs to an abbreviation: letters with stops between them, or a title.</summary>
    public static bool Abbreviates(string text, int mark, int start)
    {
        var from = mark;
        while (from > start && mark - from <= LongestWord && IsLetter(text[from - 1]))
        {
            from--;
        }

        if (mark - from == 1)
        {
            return true;
        }

        Span<char> word = stackalloc char[LongestWord + 1];
        for (var i = from; i < mark; i++)
        {
            word[i - from] = text[i] >= '\uFF00' ? (char)(text[i] - Offset) : text[i];
        }

        return mark - from is > 1 and <= LongestWord && SentenceRules.For("en").ClassOf(word[..(mark - from)]) != WordClass.None;
    }

    private static bool IsLetter(char c) => c is (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A') || char.IsAsciiLetter(c);
}
