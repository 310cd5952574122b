using System.Globalization;
using System.Text;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Locating;

/// <summary>
/// A text without differences of writing habit: each run of white space is one space, all quotation marks are one mark, all dashes one
/// dash, digits of all scripts are European, letters are lower case and composed, and characters without meaning are dropped (no width,
/// tatweel). Remembers the origin of each character.
/// </summary>
internal sealed class FoldedText
{
    // Composing takes the square of the number of marks on one letter; no script has this many.
    private const int MostMarks = 16;

    private readonly int[] _starts;
    private readonly int[] _ends;

    private FoldedText(string text, int[] starts, int[] ends) => (Text, _starts, _ends) = (text, starts, ends);

    public string Text { get; }

    public static FoldedText Of(string source)
    {
        var text = new StringBuilder(source.Length);
        var starts = new List<int>(source.Length);
        var ends = new List<int>(source.Length);
        for (var i = 0; i < source.Length;)
        {
            var end = EndOfCluster(source, i);
            var folded = end - i > 1 && !char.IsWhiteSpace(source[i]) ? Composed.Of(source[i..end]) : null;
            for (var k = 0; k < (folded?.Length ?? 1); k++)
            {
                if (Fold(folded is null ? source[i] : folded[k]) is { } c)
                {
                    text.Append(c);
                    starts.Add(i);
                    ends.Add(end);
                }
            }

            i = end;
        }

        return new FoldedText(text.ToString(), [.. starts], [.. ends]);
    }

    /// <summary>The run of the source that became a run of the folded text.</summary>
    public CharSpan Source(int start, int end) => new(_starts[start], _ends[end - 1]);

    /// <summary>The index of the first folded character that starts at a source position or later.</summary>
    public int IndexOf(int position)
    {
        var index = Array.BinarySearch(_starts, position);
        index = index < 0 ? ~index : index;
        while (index > 0 && index < _starts.Length && _starts[index - 1] == position)
        {
            index--;
        }

        return index;
    }

    private static int EndOfCluster(string source, int start)
    {
        var end = start + 1;
        if (char.IsWhiteSpace(source[start]))
        {
            while (end < source.Length && char.IsWhiteSpace(source[end]))
            {
                end++;
            }
        }
        else if (char.IsLetter(source[start]))
        {
            while (end < source.Length && end - start < MostMarks && char.GetUnicodeCategory(source[end]) == UnicodeCategory.NonSpacingMark)
            {
                end++;
            }
        }

        return end;
    }

    private static char? Fold(char c) => c switch
    {
        _ when char.IsWhiteSpace(c) => ' ',
        '"' or '\'' or '`' or '´' or '«' or '»' or '‹' or '›' or '″' or '′' or '＂' or '＇' or (>= '\u2018' and <= '\u201F') => '"',
        (>= '\u2010' and <= '\u2015') or '−' or '－' or '﹣' or '﹘' => '-',
        '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF' => null,
        '\u0640' => null,
        '٫' => '.',
        '٬' => ',',
        > '\u007F' when char.IsDigit(c) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - '\uFF01' + '!')),
        _ => char.ToLowerInvariant(c),
    };
}
