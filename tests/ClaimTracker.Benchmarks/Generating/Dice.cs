namespace ClaimTracker.Benchmarks.Generating;

/// <summary>Numbers that look random and follow from a seed alone, in every version of .NET (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 to below a bound.</summary>
    public int Below(int bound) => (int)(Unit() * bound);

    /// <summary>From one number to another, which may come too.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}

/// <summary>Ranks that come as often as words do: the second half as often as the first, the tenth a tenth as often.</summary>
internal sealed class Zipf
{
    private readonly double[] _upTo;

    public Zipf(int count)
    {
        _upTo = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
        {
            sum += 1.0 / (rank + 1);
            _upTo[rank] = sum;
        }
    }

    /// <summary>A rank from 0.</summary>
    public int Draw(Dice dice)
    {
        var at = Array.BinarySearch(_upTo, dice.Unit() * _upTo[^1]);
        return Math.Min(at < 0 ? ~at : at, _upTo.Length - 1);
    }
}
