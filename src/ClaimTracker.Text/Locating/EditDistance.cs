namespace ClaimTracker.Text.Locating;

/// <summary>
/// The edit distance of one pattern to many texts, 64 characters of the pattern at a time (Myers 1999, in Hyyrö's block form).
/// </summary>
internal sealed class EditDistance
{
    private readonly int _length;
    private readonly int _blocks;
    private readonly Dictionary<char, ulong[]> _masks = [];
    private readonly ulong[] _none;

    public EditDistance(ReadOnlySpan<char> pattern)
    {
        _length = pattern.Length;
        _blocks = (pattern.Length + 63) / 64;
        _none = new ulong[_blocks];
        for (var i = 0; i < pattern.Length; i++)
        {
            var mask = _masks.TryGetValue(pattern[i], out var known) ? known : _masks[pattern[i]] = new ulong[_blocks];
            mask[i / 64] |= 1UL << (i % 64);
        }
    }

    /// <summary>The number of machine words that one character of a text costs.</summary>
    public int Blocks => _blocks;

    /// <summary>
    /// Finds the end of the best match: the first place with the least distance. A last character that differs counts as part of the match,
    /// not as missing from it.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="anchored">True if the match must start where the text does.</param>
    public (int Distance, int End) Best(ReadOnlySpan<char> text, bool anchored)
    {
        var best = (Distance: _length, End: 0);
        Scan(text, anchored, (distance, end) =>
        {
            if (distance < best.Distance || (distance, end) == (best.Distance, best.End + 1))
            {
                best = (distance, end);
            }
        });
        return best;
    }

    /// <summary>The distance to the whole of a text.</summary>
    public int To(ReadOnlySpan<char> text)
    {
        var last = _length;
        Scan(text, anchored: true, (distance, _) => last = distance);
        return last;
    }

    private void Scan(ReadOnlySpan<char> text, bool anchored, Action<int, int> each)
    {
        var plus = new ulong[_blocks];
        var minus = new ulong[_blocks];
        Array.Fill(plus, ulong.MaxValue);
        var distance = _length;
        for (var i = 0; i < text.Length; i++)
        {
            var masks = _masks.GetValueOrDefault(text[i], _none);
            var carry = anchored ? 1 : 0;
            for (var b = 0; b < _blocks; b++)
            {
                carry = Step(ref plus[b], ref minus[b], masks[b], carry, b == _blocks - 1 ? (_length - 1) % 64 : 63);
            }

            distance += carry;
            each(distance, i + 1);
        }
    }

    // Computes a column of 64 rows. The carry is the difference between neighbours in the row above; the result is that of the last row.
    private static int Step(ref ulong plus, ref ulong minus, ulong equal, int carry, int lastRow)
    {
        var less = carry < 0 ? 1UL : 0UL;
        var vertical = equal | minus;
        equal |= less;
        var horizontal = (((equal & plus) + plus) ^ plus) | equal;
        var up = minus | ~(horizontal | plus);
        var down = plus & horizontal;
        var result = (int)((up >> lastRow) & 1) - (int)((down >> lastRow) & 1);
        up = (up << 1) | (carry > 0 ? 1UL : 0UL);
        down = (down << 1) | less;
        plus = down | ~(vertical | up);
        minus = up & vertical;
        return result;
    }
}
