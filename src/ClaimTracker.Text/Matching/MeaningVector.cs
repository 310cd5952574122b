using System.Numerics;
using System.Runtime.InteropServices;

namespace ClaimTracker.Text;

/// <summary>The vector of the meaning of a text, a byte for each dimension: what a claim keeps, and what is compared.</summary>
public sealed class MeaningVector
{
    private const int BitsOfWord = 64;
    private readonly sbyte[] _values;
    private readonly float _length;

    private MeaningVector(sbyte[] values)
    {
        _values = values;
        _length = MathF.Max(1, MathF.Sqrt(Dot(values, values)));
    }

    /// <summary>The values as they are kept.</summary>
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes<sbyte>(_values);

    /// <summary>The number of dimensions.</summary>
    public int Size => _values.Length;

    /// <summary>Rounds a vector. The largest of its values becomes 127.</summary>
    /// <param name="vector">A vector that is not nothing.</param>
    public static MeaningVector Of(ReadOnlySpan<float> vector)
    {
        var most = 0f;
        foreach (var value in vector)
        {
            most = MathF.Max(most, MathF.Abs(value));
        }

        var values = new sbyte[vector.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = most == 0 ? (sbyte)0 : (sbyte)MathF.Round(vector[i] / most * sbyte.MaxValue);
        }

        return new MeaningVector(values);
    }

    /// <summary>Reads a vector that was kept.</summary>
    /// <param name="bytes">What <see cref="Bytes"/> gave.</param>
    public static MeaningVector Kept(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray());

    /// <summary>How alike two meanings are: the cosine of the angle between them, 1 for the same.</summary>
    /// <param name="other">A vector of the same model.</param>
    public float Likeness(MeaningVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Size == Size ? Dot(_values, other._values) / (_length * other._length) : 0;
    }

    /// <summary>Writes the signs of the values as bits: few differ where meanings are alike (Charikar 2002).</summary>
    internal void Sketch(Span<ulong> words)
    {
        words.Clear();
        for (var i = 0; i < Math.Min(_values.Length, words.Length * BitsOfWord); i++)
        {
            words[i / BitsOfWord] |= _values[i] > 0 ? 1UL << (i % BitsOfWord) : 0;
        }
    }

    private static int Dot(sbyte[] one, sbyte[] other)
    {
        var sum = Vector<int>.Zero;
        var i = 0;
        for (; i + Vector<sbyte>.Count <= one.Length; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(one, i), out var oneLow, out var oneHigh);
            Vector.Widen(new Vector<sbyte>(other, i), out var otherLow, out var otherHigh);
            Vector.Widen(oneLow * otherLow, out var first, out var second);
            Vector.Widen(oneHigh * otherHigh, out var third, out var fourth);
            sum += first + second + third + fourth;
        }

        var total = Vector.Sum(sum);
        for (; i < one.Length; i++)
        {
            total += one[i] * other[i];
        }

        return total;
    }
}
