namespace ClaimTracker.Text;

/// <summary>
/// Turns UTF-16 positions into Unicode code points. Positions are asked for in ascending order, so that a whole article is counted once.
/// A lone surrogate counts as one, as in <see cref="string.EnumerateRunes"/>.
/// </summary>
internal sealed class CodePoints(string text)
{
    private int _position;
    private int _pairs;

    public int At(int position)
    {
        if (position < _position)
        {
            throw new ArgumentOutOfRangeException(nameof(position), position, "Positions must be asked for in ascending order.");
        }

        while (_position < position)
        {
            var skip = text.AsSpan(_position, position - _position).IndexOfAnyInRange('\uD800', '\uDBFF');
            if (skip < 0)
            {
                _position = position;
                break;
            }

            _position += skip + 1;
            if (_position < position && char.IsLowSurrogate(text[_position]))
            {
                _pairs++;
                _position++;
            }
        }

        return position - _pairs;
    }

    /// <summary>The UTF-16 position that is a number of code points after another.</summary>
    public static int Index(string text, int position, int count)
    {
        while (count-- > 0)
        {
            position += position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]) ? 2 : 1;
        }

        return position;
    }

    /// <summary>Up to <paramref name="count"/> code points that end at a position.</summary>
    public static string Before(string text, int position, int count)
    {
        var start = position;
        while (count-- > 0 && start > 0)
        {
            start -= start > 1 && char.IsSurrogatePair(text[start - 2], text[start - 1]) ? 2 : 1;
        }

        return text[start..position];
    }

    /// <summary>Up to <paramref name="count"/> code points that start at a position.</summary>
    public static string After(string text, int position, int count)
    {
        var end = position;
        while (count-- > 0 && end < text.Length)
        {
            end += end + 1 < text.Length && char.IsSurrogatePair(text[end], text[end + 1]) ? 2 : 1;
        }

        return text[position..end];
    }
}
