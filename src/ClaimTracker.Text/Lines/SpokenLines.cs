using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text.Lines;

/// <summary>
/// Lines of speech written down by a machine: small letters, no full stops, line ends anywhere. The words run on over the line ends.
/// </summary>
internal static class SpokenLines
{
    private const int FewestWords = 4;

    private static readonly WordSet Leading = new(
        """
        of to the a an and or but that with for in on at by from than is was were are be not their his her your our my this der die das den
        und von mit zu im le la les de du et que des un une el los las y con una il lo di e che o os do da het een van
        """);

    /// <summary>One line in this many ends in a word that needs another behind it.</summary>
    private const int LinesToHanging = 6;

    /// <summary>
    /// Looks at the lines from <paramref name="first"/> that start with a small letter or a digit and end without a mark; returns one past
    /// the last of them, and whether they are speech. Lines of a list seldom end in "of" or "that".
    /// </summary>
    public static (int End, bool IsSpeech) At(string text, List<Line> lines, int first, int end)
    {
        var (at, words, hanging) = (first, 0, 0);
        while (at < end && IsOpen(text, lines[at].Span))
        {
            words += LineShape.WordCount(lines[at].Span.In(text));
            hanging += at + 1 < end && EndsHanging(text, lines[at].Span) ? 1 : 0;
            at++;
        }

        var count = at - first;
        return (at, count > 1 && char.IsLower(text[lines[first].Span.Start]) && words >= count * FewestWords
            && hanging * LinesToHanging >= count);
    }

    /// <summary>Checks whether a line ends in a word that cannot end a sentence, such as "of", or in a number.</summary>
    public static bool NeedsMore(string text, CharSpan line) => LastWord(text, line) is var word
        && word.Length > 0 && (char.IsDigit(word[0]) || Leading.Contains(word));

    /// <summary>Checks whether a line ends in a small word, or in a number.</summary>
    private static bool EndsHanging(string text, CharSpan line) => LastWord(text, line) is var word
        && word.Length > 0 && (char.IsDigit(word[0]) || (char.IsLower(word[0]) && FunctionWords.LanguagesWith(word).Length > 0));

    private static ReadOnlySpan<char> LastWord(string text, CharSpan line)
    {
        var start = line.End;
        while (start > line.Start && Marks.IsWord(text[start - 1]))
        {
            start--;
        }

        return text.AsSpan(start, line.End - start);
    }

    private static bool IsOpen(string text, CharSpan line) =>
        (char.IsLower(text[line.Start]) || char.IsDigit(text[line.Start])) && char.IsLetterOrDigit(text[line.End - 1])
        && !LineShape.StandsAlone(text, line);
}
