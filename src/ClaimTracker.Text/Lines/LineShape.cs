using ClaimTracker.Text.Basics;

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
        var (words, ideographs, inWord) = (0, 0, false);
        foreach (var c in line)
        {
            var ideograph = c is >= '\u3041' and <= '\u9FFF';
            var letter = Marks.IsWord(c) || (inWord && c is '-' or '.' or ',');
            ideographs += ideograph ? 1 : 0;
            words += letter && !ideograph && !inWord ? 1 : 0;
            inWord = letter && !ideograph;
        }

        // Chinese and Japanese have no spaces; most of their words have two characters.
        return words + ((ideographs + 1) / 2);
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
