using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Lines;

/// <summary>A line that is not blank, without the white space around it.</summary>
/// <param name="Span">The line.</param>
/// <param name="AfterBlank">True if the line opens the text or follows a blank line.</param>
internal readonly record struct Line(CharSpan Span, bool AfterBlank)
{
    /// <summary>Lines end at LF, CR LF, CR, form feed, NEL, and the Unicode line and paragraph separators.</summary>
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("\n\r\f\u0085\u2028\u2029");

    public static List<Line> AllOf(string text)
    {
        var lines = new List<Line>();
        var (position, afterBlank) = (0, true);
        while (position < text.Length)
        {
            var length = text.AsSpan(position).IndexOfAny(Ends);
            var end = length < 0 ? text.Length : position + length;
            var span = new CharSpan(position, end).Trim(text);
            if (!span.IsEmpty)
            {
                lines.Add(new Line(span, afterBlank));
            }

            // A paragraph separator ends a paragraph by definition, as a blank line does.
            afterBlank = span.IsEmpty || (end < text.Length && text[end] == '\u2029');
            position = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }
}
