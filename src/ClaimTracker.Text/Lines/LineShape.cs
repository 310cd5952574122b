using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text.Lines;

/// <summary>The outward form of a line, whatever its words say.</summary>
internal static class LineShape
{
    private const string Bullets = "•‣▪▫●○◦■□–—-*·";

    public static bool HasBullet(string text, CharSpan line) =>
        line.Length > 1 && Bullets.Contains(text[line.Start], StringComparison.Ordinal) && char.IsWhiteSpace(text[line.Start + 1]);

    /// <summary>Checks whether the line is nothing but an address, plain or as a Markdown image.</summary>
    public static bool StandsAlone(string text, CharSpan line)
    {
        var span = line.In(text);
        return IsMarkdownImage(span) || (IsAddress(span) && !ContainsSpace(span));
    }

    /// <summary>Recognises a line in brackets: "[Music]", "(Applause)".</summary>
    public static bool IsBracketed(string text, CharSpan line) =>
        (text[line.Start] == '[' && text[line.End - 1] == ']') || (text[line.Start] == '(' && text[line.End - 1] == ')');

    public static bool EndsSentence(string text, CharSpan line)
    {
        var at = line.End - 1;
        while (at > line.Start && Marks.IsClosing(text[at]))
        {
            at--;
        }

        return Marks.IsTerminator(text[at]);
    }

    public static int WordCount(ReadOnlySpan<char> line)
    {
        var (words, ideographs, letters, inWord) = (0, 0, 0, false);
        foreach (var c in line)
        {
            var size = Scripts.CharactersOfWord(c);
            var letter = Marks.IsWord(c) || (inWord && c is '-' or '.' or ',');
            ideographs += size == 2 ? 1 : 0;
            letters += size > 2 ? 1 : 0;
            words += letter && size == 0 && !inWord ? 1 : 0;
            inWord = letter && size == 0;
        }

        // Chinese and Japanese have no spaces; most of their words have two characters, those of Thai and Burmese five.
        return words + ((ideographs + 1) / 2) + ((letters + 4) / 5);
    }

    private static bool IsMarkdownImage(ReadOnlySpan<char> line) =>
        line.StartsWith("![", StringComparison.Ordinal) && line.EndsWith(")", StringComparison.Ordinal)
        && line.Contains("](", StringComparison.Ordinal);

    private static bool IsAddress(ReadOnlySpan<char> line) =>
        line.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("//", StringComparison.Ordinal)
        || line.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);

    private static bool ContainsSpace(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }
}
