using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Lines;

/// <summary>Lines whose words run on from one to the next: a paragraph, or a single line.</summary>
/// <param name="Span">The passage, trimmed.</param>
/// <param name="AfterBlank">True if the passage opens the text or follows a blank line.</param>
/// <param name="Type">The type that the markup gives it; null if only its words can tell.</param>
/// <param name="InArticle">
/// True if the markup makes it part of the article, false if it does not belong; null if the markup does not say.
/// </param>
internal readonly record struct Passage(CharSpan Span, bool AfterBlank, BlockType? Type = null, bool? InArticle = null);

/// <summary>Joins the lines of a text into passages.</summary>
internal static class Passages
{
    /// <summary>
    /// The widths of hard-wrapped columns, in characters. Shorter lines are lists and verse, longer ones whole paragraphs.
    /// </summary>
    private const int NarrowestColumn = 40;
    private const int WidestColumn = 120;

    /// <summary>With so many words broken at line ends, a text is set in a column, however narrow.</summary>
    private const int FewestBroken = 3;

    public static List<Passage> Of(string text)
    {
        var lines = Line.AllOf(text);
        var passages = new List<Passage>(lines.Count);
        var hyphenated = IsHyphenated(text, lines, 0, lines.Count, FewestBroken);
        var furniture = PageFurniture.In(text, lines);
        for (var first = 0; first < lines.Count;)
        {
            var end = first + 1;
            if (furniture[first])
            {
                passages.Add(new Passage(lines[first].Span, lines[first].AfterBlank, BlockType.Navigation));
                first = end;
                continue;
            }

            while (end < lines.Count && !lines[end].AfterBlank && !furniture[end])
            {
                end++;
            }

            Join(text, lines, first, end, hyphenated, passages);
            first = end;
        }

        return passages;
    }

    /// <summary>Joins the lines from <paramref name="first"/> to <paramref name="end"/>, which have no blank line between them.</summary>
    private static void Join(string text, List<Line> lines, int first, int end, bool hyphenated, List<Passage> into)
    {
        var wrapped = IsWrapped(text, lines, first, end) || IsHyphenated(text, lines, first, end, hyphenated ? 1 : 2);
        var silent = first;
        for (var i = first; i < end;)
        {
            var last = i;
            if (i >= silent)
            {
                (silent, var speech) = SpokenLines.At(text, lines, i, end);
                last = speech ? silent - 1 : i;
            }

            while (last + 1 < end && RunsOn(text, lines[i].Span, lines[last].Span, lines[last + 1].Span, wrapped))
            {
                last++;
            }

            into.Add(new Passage(new CharSpan(lines[i].Span.Start, lines[last].Span.End), lines[i].AfterBlank));
            i = last + 1;
        }
    }

    /// <summary>
    /// A line that starts with a small letter continues one that starts with a capital. Lines that all start small are a list.
    /// </summary>
    private static bool RunsOn(string text, CharSpan first, CharSpan line, CharSpan next, bool wrapped)
    {
        if (LineShape.StandsAlone(text, line) || LineShape.StandsAlone(text, next) || LineShape.HasBullet(text, next)
            || LineShape.IsBracketed(text, line))
        {
            return false;
        }

        if (BreaksWord(text, line, next))
        {
            return true;
        }

        // A heading above the paragraph.
        if (wrapped && line == first && line.Length * 2 < next.Length && char.IsUpper(text[next.Start])
            && !LineShape.EndsSentence(text, line))
        {
            return false;
        }

        var goesOn = (char.IsLower(text[next.Start]) && !char.IsLower(text[first.Start])) || EndsInParticle(text, line);
        return wrapped || (goesOn && !LineShape.EndsSentence(text, line));
    }

    /// <summary>Recognises a word broken at the end of a line: "contain-" and "ers".</summary>
    private static bool BreaksWord(string text, CharSpan line, CharSpan next) =>
        line.Length > 2 && text[line.End - 1] is '-' or '\u00AD' or '‐' && char.IsLetter(text[line.End - 2])
        && char.IsLower(text[next.Start]);

    /// <summary>Checks whether enough words are broken at the ends of these lines: one in five, in a whole text one in twenty.</summary>
    private static bool IsHyphenated(string text, List<Line> lines, int first, int end, int fewest)
    {
        var broken = 0;
        for (var i = first; i + 1 < end; i++)
        {
            broken += BreaksWord(text, lines[i].Span, lines[i + 1].Span) ? 1 : 0;
        }

        return broken >= fewest && broken * (fewest == FewestBroken ? 20 : 5) >= end - first - 1;
    }

    /// <summary>Japanese has no small letters, but none of its sentences ends in one of these.</summary>
    private static bool EndsInParticle(string text, CharSpan line) =>
        line.Length > 1 && "のはがをにとへ、，".Contains(text[line.End - 1], StringComparison.Ordinal);

    /// <summary>
    /// Checks whether a narrow column broke these lines: each is so long that the first word of the next would not have fitted. One line in
    /// ten may be an exception, broken by an editor.
    /// </summary>
    private static bool IsWrapped(string text, List<Line> lines, int first, int end)
    {
        var width = 0;
        for (var i = first; i < end; i++)
        {
            width = Math.Max(width, lines[i].Span.Length);
        }

        if (width is < NarrowestColumn or > WidestColumn)
        {
            return false;
        }

        var tooShort = 0;
        for (var i = first; i + 1 < end; i++)
        {
            var word = lines[i + 1].Span.In(text).IndexOf(' ');
            tooShort += lines[i].Span.Length + 1 + (word < 0 ? lines[i + 1].Span.Length : word) > width ? 0 : 1;
        }

        return tooShort * 10 <= end - first - 1;
    }
}
