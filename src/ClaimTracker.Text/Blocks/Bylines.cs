using System.Buffers;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Dates;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Blocks;

/// <summary>Recognises the line that names the author.</summary>
internal static class Bylines
{
    /// <summary>In characters.</summary>
    private const int LongestLine = 160;

    private const int MostWords = 16;

    /// <summary>Words that announce the author. Some are plain words of their language, so a name must follow.</summary>
    private static readonly Phrases Openings = new(
    [
        "written by ", "story by ", "reported by ", "words by ", "analysis by ", "opinion by ", "text by ", "by: ", "by ", "author: ",
        "authors: ",
        "von ", "autor: ", "autorin: ", "text: ", "par ", "propos recueillis par ", "auteur : ", "por ", "escrito por ", "texto: ",
        "di ", "a cura di ", "door ", "auteur: ", "af ", "skrevet af ", "av ", "autorka: ", "автор: ", "автор ", "текст: ",
        "από τον ", "από την ", "作者：", "作者:", "记者：", "記者：", "記者", "文／", "文/", "文：",
    ]);

    private static readonly SearchValues<char> EndOfName = SearchValues.Create("|•·\n\r0123456789");

    /// <summary>Small words inside names and between them.</summary>
    private static readonly WordSet Particles = new(
        """
        and und et y e en og i и with mit for de del della di da van von der den la le bin al el dos do du of the
        """);

    /// <summary>The author's name if the line is a byline, else null.</summary>
    public static string? NameIn(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine)
        {
            return null;
        }

        foreach (var opening in Openings.At(line))
        {
            if (IsNames(line[opening.Length..]))
            {
                return Name(line[opening.Length..]);
            }
        }

        return null;
    }

    /// <summary>The names in a line that the markup calls a byline. It needs no "By", but at least two words.</summary>
    public static string? MarkedName(ReadOnlySpan<char> line) =>
        line.Length <= LongestLine && line.Contains(' ') && IsNames(line) ? Name(line) : null;

    /// <summary>Checks that every word has a capital or is a small word of names, and that the line is not a sentence.</summary>
    private static bool IsNames(ReadOnlySpan<char> rest)
    {
        rest = Name(rest);
        if (rest.IsEmpty || LineShape.WordCount(rest) > MostWords || !char.IsLetter(rest[0])
            || rest[^1] is '.' or '?' or '!' && rest.Length > 3 && rest[^3] != ' ')
        {
            return false;
        }

        var capitals = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            var end = i;
            while (end < rest.Length && Marks.IsWord(rest[end]))
            {
                end++;
            }

            if (end > i)
            {
                if (char.IsLower(rest[i]) && !Particles.Contains(rest[i..end]))
                {
                    return false;
                }

                capitals += char.IsLower(rest[i]) ? 0 : 1;
                i = end;
            }
        }

        return capitals > 0;
    }

    /// <summary>Cuts off a bar, a bullet or a date with all that follows, and the comma left at the end.</summary>
    private static string Name(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(EndOfName);
        rest = end < 0 ? rest : rest[..end];
        foreach (var token in DateToken.AllOf(rest))
        {
            if (token.Month > 0 && end >= 0 && token.Span.End + 2 >= rest.TrimEnd().Length)
            {
                rest = rest[..token.Span.Start];
                break;
            }
        }

        return rest.Trim(" \t\u00A0,;:-–—").ToString();
    }
}
