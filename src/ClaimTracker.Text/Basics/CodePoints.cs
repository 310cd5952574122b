namespace ClaimTracker.Text;

/// <summary>
/// Counts Unicode code points, the unit of every length and offset that the library gives. An instance counts along one text.
/// A lone surrogate counts as one, as in <see cref="string.EnumerateRunes"/>.
/// </summary>
/// <param name="text">The text to count along.</param>
public sealed class CodePoints(string text)
{
    private int _position;
    private int _pairs;

    /// <summary>Counts the code points before a position. Positions must ascend from call to call: the text is read only once.</summary>
    /// <param name="position">A position in UTF-16 units.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is before that of an earlier call.</exception>
    public int At(int position)
    {
        if (position < _position)
        {
            throw new ArgumentOutOfRangeException(nameof(position), position, "Positions must ascend from call to call.");
        }

        _pairs += PairsIn(text.AsSpan(_position, position - _position));
        _position = position;
        return position - _pairs;
    }

    /// <summary>Counts the code points of a text.</summary>
    /// <param name="text">Any text.</param>
    public static int Count(ReadOnlySpan<char> text) => text.Length - PairsIn(text);

    /// <summary>Cuts out the part of a text between two code points.</summary>
    /// <param name="text">A text with at least <paramref name="end"/> code points.</param>
    /// <param name="start">The first code point.</param>
    /// <param name="end">One past the last code point.</param>
    public static string Slice(string text, int start, int end)
    {
        var from = Index(text, 0, start);
        return text[from..Index(text, from, end - start)];
    }

    /// <summary>Cuts out several parts of a text in one pass.</summary>
    /// <param name="text">A text that holds all of the spans.</param>
    /// <param name="spans">Spans in code points, ascending, not overlapping; each end is exclusive.</param>
    public static IEnumerable<string> Slices(string text, IEnumerable<(int Start, int End)> spans)
    {
        var (point, position) = (0, 0);
        foreach (var (start, end) in spans)
        {
            var from = Index(text, position, start - point);
            (point, position) = (end, Index(text, from, end - start));
            yield return text[from..position];
        }
    }

    /// <summary>Moves a UTF-16 position forward by a number of code points.</summary>
    internal static int Index(string text, int position, int count)
    {
        while (count-- > 0)
        {
            position += position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]) ? 2 : 1;
        }

        return position;
    }

    /// <summary>Cuts out up to <paramref name="count"/> code points that end at a UTF-16 position.</summary>
    internal static string Before(string text, int position, int count)
    {
        var start = position;
        while (count-- > 0 && start > 0)
        {
            start -= start > 1 && char.IsSurrogatePair(text[start - 2], text[start - 1]) ? 2 : 1;
        }

        return text[start..position];
    }

    /// <summary>Cuts out up to <paramref name="count"/> code points that start at a UTF-16 position.</summary>
    internal static string After(string text, int position, int count)
    {
        var end = position;
        while (count-- > 0 && end < text.Length)
        {
            end += end + 1 < text.Length && char.IsSurrogatePair(text[end], text[end + 1]) ? 2 : 1;
        }

        return text[position..end];
    }

    private static int PairsIn(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        while (text.IndexOfAnyInRange('\uD800', '\uDBFF') is >= 0 and var high)
        {
            text = text[(high + 1)..];
            if (text is [var low, ..] && char.IsLowSurrogate(low))
            {
                pairs++;
                text = text[1..];
            }
        }

        return pairs;
    }
}
