namespace ClaimTracker.Text.Alignment;

/// <summary>Measures the share of words that sentences of two versions have in common (Dice's coefficient of the two multisets).</summary>
internal sealed class Similarity(int[][] before, int[][] after)
{
    /// <summary>The least similarity at which two sentences in the same place are one sentence, edited.</summary>
    public const double InPlace = 0.5;

    /// <summary>
    /// The least similarity of a sentence that moved. It is higher because a text has many sentences that share half of their words.
    /// </summary>
    public const double Moved = 0.7;

    /// <summary>The least share of the words of a part that come from the whole.</summary>
    private const double PartOfWhole = 0.5;

    /// <summary>The least that a further part must add to the similarity. By its common words alone, any neighbour adds less.</summary>
    private const double PartAdds = 0.08;

    public int[] Before(int index) => before[index];

    public int[] After(int index) => after[index];

    public int Shared(int b, int a) => Shared(before[b], after[a]);

    public double Of(int b, int a) => Dice(before[b], after[a]);

    /// <summary>The similarity of an old sentence to new neighbours, or 0 if these are not its parts.</summary>
    public double OfSplit(int b, ReadOnlySpan<int> parts) => OfParts(before[b], parts, after);

    /// <summary>The similarity of old neighbours to a new sentence, or 0 if these are not its parts.</summary>
    public double OfMerge(ReadOnlySpan<int> parts, int a) => OfParts(after[a], parts, before);

    private static double OfParts(int[] whole, ReadOnlySpan<int> parts, int[][] bags)
    {
        foreach (var part in parts)
        {
            if (bags[part].Length == 0 || Shared(whole, bags[part]) < PartOfWhole * bags[part].Length)
            {
                return 0;
            }
        }

        var all = Together(parts, bags);
        var score = Dice(whole, all);

        // Without its first or its last part, the whole must be covered clearly less well.
        var rest = Math.Max(Dice(whole, Together(parts[1..], bags)), Dice(whole, Together(parts[..^1], bags)));
        return score >= InPlace && score >= rest + PartAdds ? score : 0;
    }

    private static int[] Together(ReadOnlySpan<int> parts, int[][] bags)
    {
        var all = new List<int>();
        foreach (var part in parts)
        {
            all.AddRange(bags[part]);
        }

        all.Sort();
        return [.. all];
    }

    private static double Dice(int[] x, int[] y) => x.Length + y.Length == 0 ? 0 : 2.0 * Shared(x, y) / (x.Length + y.Length);

    private static int Shared(int[] x, int[] y)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < x.Length && j < y.Length)
        {
            var (l, r) = (x[i], y[j]);
            shared += l == r ? 1 : 0;
            i += l <= r ? 1 : 0;
            j += r <= l ? 1 : 0;
        }

        return shared;
    }
}
