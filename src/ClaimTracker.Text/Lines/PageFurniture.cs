using System.Buffers;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Lines;

/// <summary>
/// Lines between the pages of a printed document that came as plain text: page numbers, running heads, ruled lines. They are never part
/// of a paragraph, even where a sentence goes on behind them.
/// </summary>
internal static class PageFurniture
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("_-=*~#·•–—");
    private const int ShortestRule = 3;
    private const int MostDigits = 4;

    /// <summary>A number at the end of so many lines is that of the page.</summary>
    private const int FewestLines = 6;

    /// <summary>In characters. A page number in the middle or on the right of its line has at least this much space before it.</summary>
    private const int Indent = 8;

    /// <summary>In characters, of the space between a running head and the page number on its line.</summary>
    private const int Gap = 3;
    private const int LongestHead = 100;

    private static readonly SearchValues<char> Separators = SearchValues.Create(" -–—/|[].");

    private static readonly WordSet PageWords = new(
        "page pages seite pagina página pág side sida strona стр страница halaman sayfa of von de di van z od");

    /// <summary>Marks the lines that are furniture.</summary>
    public static bool[] In(string text, List<Line> lines)
    {
        var marks = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            marks[i] = IsRule(lines[i].Span.In(text)) || IsNumber(text, lines, i) || HasNumberApart(lines[i].Span.In(text));
        }

        for (var i = 0; i < lines.Count; i++)
        {
            marks[i] |= !marks[i] && IsRunningHead(text, lines, marks, i);
        }

        return marks;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.Length >= ShortestRule && line.IndexOfAnyExcept(Signs) < 0;

    /// <summary>Recognises "17", "- 17 -", "Page 17 of 40". A bare number must be set apart, or stand at the end of a page.</summary>
    private static bool IsNumber(string text, List<Line> lines, int at)
    {
        var numbers = 0;
        var words = 0;
        var line = lines[at].Span.In(text);
        if (line.Length > LongestHead / 4)
        {
            return false;
        }

        foreach (var range in line.SplitAny(Separators))
        {
            var word = line[range];
            if (word.IsEmpty)
            {
                continue;
            }

            var isNumber = word.Length <= MostDigits && word.IndexOfAnyExceptInRange('0', '9') < 0;
            if (!isNumber && !PageWords.Contains(word))
            {
                return false;
            }

            numbers += isNumber ? 1 : 0;
            words += isNumber ? 0 : 1;
        }

        return words > 0
            ? numbers is 1 or 2 && char.IsLetter(line[0])
            : numbers == 1 && lines.Count > 2 && (IsSetApart(text, lines, at) || (lines.Count > FewestLines && at == lines.Count - 1));
    }

    private static bool IsSetApart(string text, List<Line> lines, int at)
    {
        var span = lines[at].Span;
        var indent = 0;
        while (indent < Indent && span.Start - indent > 0 && text[span.Start - indent - 1] == ' ')
        {
            indent++;
        }

        return indent == Indent || IsPageBreak(text, lines, at) || IsPageBreak(text, lines, at + 1) || IsSplit(text, lines, at - 1, at + 1);
    }

    /// <summary>Checks for a form feed before the line.</summary>
    private static bool IsPageBreak(string text, List<Line> lines, int at)
    {
        if (at <= 0 || at >= lines.Count)
        {
            return false;
        }

        var from = lines[at - 1].Span.End;
        return text.AsSpan(from, lines[at].Span.Start - from).Contains('\f');
    }

    /// <summary>Checks whether a sentence goes on from one line to another.</summary>
    private static bool IsSplit(string text, List<Line> lines, int before, int after) =>
        before >= 0 && after < lines.Count && char.IsLower(text[lines[after].Span.Start])
        && !LineShape.EndsSentence(text, lines[before].Span) && char.IsLetter(text[lines[before].Span.Start]);

    /// <summary>Recognises "Annual Report          17" and "17          Annual Report".</summary>
    private static bool HasNumberApart(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestHead + Gap)
        {
            return false;
        }

        var digits = line.Length - line.TrimEnd("0123456789").Length;
        var head = line[..^digits];
        if (digits is > 0 and <= MostDigits && head.Length - head.TrimEnd(' ').Length >= Gap)
        {
            return IsHead(head.TrimEnd(' '));
        }

        digits = line.Length - line.TrimStart("0123456789").Length;
        head = line[digits..];
        return digits is > 0 and <= MostDigits && head.Length - head.TrimStart(' ').Length >= Gap && IsHead(head.TrimStart(' '));
    }

    /// <summary>Checks that the head is no row of a table: it has no gaps, and no figures but a year.</summary>
    private static bool IsHead(ReadOnlySpan<char> head)
    {
        var digits = 0;
        foreach (var c in head)
        {
            digits += char.IsDigit(c) ? 1 : 0;
        }

        return !head.Contains("   ", StringComparison.Ordinal) && !head.Contains('\t') && digits is 0 or 4 && head.Contains(' ')
            && !Marks.IsTerminator(head[^1]);
    }

    /// <summary>Recognises a short line beside a page number or a page break where a sentence goes on behind both.</summary>
    private static bool IsRunningHead(string text, List<Line> lines, bool[] marks, int at)
    {
        var line = lines[at].Span;
        if (line.Length > LongestHead || LineShape.EndsSentence(text, line) || char.IsLower(text[line.Start]))
        {
            return false;
        }

        var below = (at > 0 && marks[at - 1]) || IsPageBreak(text, lines, at);
        var above = (at + 1 < lines.Count && marks[at + 1]) || IsPageBreak(text, lines, at + 1);
        var (first, last) = (at, at);
        while (first > 0 && marks[first - 1])
        {
            first--;
        }

        while (last + 1 < lines.Count && marks[last + 1])
        {
            last++;
        }

        return (below || above) && IsSplit(text, lines, first - 1, last + 1);
    }
}
