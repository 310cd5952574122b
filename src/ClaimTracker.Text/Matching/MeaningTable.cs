using System.Buffers;
using System.Numerics;

namespace ClaimTracker.Text.Matching;

/// <summary>
/// Finds the places whose meaning is nearest. Of many it first compares sketches of 48 bytes, and the vectors of those that are left.
/// </summary>
internal sealed class MeaningTable
{
    /// <summary>Up to so many places each vector is compared.</summary>
    private const int ComparedWhole = 20_000;

    /// <summary>How many are left by their sketches for each that is asked for.</summary>
    private const int LeftOfEach = 5;
    private const int Words = 6;
    private const int MostBits = Words * 64;

    private MeaningVector?[] _meanings = new MeaningVector?[16];
    private ulong[] _sketches = new ulong[16 * Words];

    public int Count { get; private set; }

    public MeaningVector? this[int place] => place < _meanings.Length ? _meanings[place] : null;

    public void Put(int place, MeaningVector? meaning)
    {
        if (place >= _meanings.Length)
        {
            if (meaning is null)
            {
                return;
            }

            var size = Math.Max(place + 1, _meanings.Length * 2);
            Array.Resize(ref _meanings, size);
            Array.Resize(ref _sketches, size * Words);
        }

        Count += (meaning is null ? 0 : 1) - (_meanings[place] is null ? 0 : 1);
        _meanings[place] = meaning;
        meaning?.Sketch(_sketches.AsSpan(place * Words, Words));
    }

    /// <summary>The nearest places that pass, in no order.</summary>
    public IEnumerable<int> Nearest(MeaningVector asked, int places, int count, Func<int, bool> passes)
    {
        if (Count == 0)
        {
            return [];
        }

        places = Math.Min(places, _meanings.Length);
        var near = Count > ComparedWhole
            ? BySketch(asked, places, count * LeftOfEach, passes)
            : Enumerable.Range(0, places).Where(place => _meanings[place] is not null && passes(place)).ToList();
        var best = new BestPlaces(count);
        foreach (var place in near)
        {
            best.Offer(place, asked.Likeness(_meanings[place]!));
        }

        return best.Places;
    }

    private List<int> BySketch(MeaningVector asked, int places, int count, Func<int, bool> passes)
    {
        Span<ulong> sketch = stackalloc ulong[Words];
        asked.Sketch(sketch);

        // How many places differ in so many bits tells up to where to take them.
        // An array as large as this would let all garbage be collected with each search.
        var differing = ArrayPool<ushort>.Shared.Rent(places);
        var counts = new int[MostBits + 1];
        for (var place = 0; place < places; place++)
        {
            if (_meanings[place] is null || !passes(place))
            {
                differing[place] = ushort.MaxValue;
                continue;
            }

            var other = _sketches.AsSpan(place * Words, Words);
            var bits = 0;
            for (var i = 0; i < Words; i++)
            {
                bits += BitOperations.PopCount(sketch[i] ^ other[i]);
            }

            differing[place] = (ushort)bits;
            counts[bits]++;
        }

        var (most, sum) = (0, 0);
        while (most < MostBits && (sum += counts[most]) < count)
        {
            most++;
        }

        var near = new List<int>(sum);
        for (var place = 0; place < places; place++)
        {
            if (differing[place] <= most)
            {
                near.Add(place);
            }
        }

        ArrayPool<ushort>.Shared.Return(differing);
        return near;
    }
}
