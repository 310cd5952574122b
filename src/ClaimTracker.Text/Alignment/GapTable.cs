namespace ClaimTracker.Text.Alignment;

/// <summary>Finds the links of the sentences of one gap with the greatest total similarity: dynamic programming over all pairs.</summary>
/// <param name="similarity">Compares the sentences.</param>
/// <param name="before">The old sentences of the gap.</param>
/// <param name="after">The new ones.</param>
/// <param name="shared">How many words each pair has in common.</param>
internal sealed class GapTable(Similarity similarity, int[] before, int[] after, int[][] shared)
{
    private const int MostParts = 4;

    // The greatest total from each pair on, and the step that leads to it: how many sentences of either side it takes.
    private readonly double[][] _totals = Table<double>(before.Length + 1, after.Length + 1);
    private readonly (int Before, int After)[][] _steps = Table<(int Before, int After)>(before.Length + 1, after.Length + 1);

    /// <summary>Returns what to link, in order.</summary>
    public IEnumerable<(int[] Before, int[] After)> Best()
    {
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                Fill(i, j);
            }
        }

        for (var (i, j) = (0, 0); i < before.Length && j < after.Length;)
        {
            var (b, a) = _steps[i][j];
            if (b > 0 && a > 0)
            {
                yield return (before[i..(i + b)], after[j..(j + a)]);
            }

            (i, j) = (i + b, j + a);
        }
    }

    private static T[][] Table<T>(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new T[columns])];

    // Of steps that lead to equal totals, the last is taken: an edit rather than a split, and either rather than a gap.
    private void Fill(int i, int j)
    {
        Consider(i, j, 0, 0, 1);
        Consider(i, j, 0, 1, 0);
        if (shared[i][j] == 0)
        {
            return;
        }

        for (var parts = MostMerged(i, j); parts >= 2; parts--)
        {
            ConsiderLink(i, j, similarity.OfMerge(before.AsSpan(i, parts), after[j]), parts, 1);
        }

        for (var parts = MostSplit(i, j); parts >= 2; parts--)
        {
            ConsiderLink(i, j, similarity.OfSplit(before[i], after.AsSpan(j, parts)), 1, parts);
        }

        ConsiderLink(i, j, similarity.Of(before[i], after[j], shared[i][j]), 1, 1);
    }

    private void ConsiderLink(int i, int j, double score, int b, int a)
    {
        if (score > 0)
        {
            Consider(i, j, score, b, a);
        }
    }

    private void Consider(int i, int j, double score, int b, int a)
    {
        var total = score + _totals[i + b][j + a];
        if (total >= _totals[i][j])
        {
            (_totals[i][j], _steps[i][j]) = (total, (b, a));
        }
    }

    /// <summary>Counts the old neighbours that may have been merged, as far as each by itself shows.</summary>
    private int MostMerged(int i, int j)
    {
        var parts = 0;
        while (parts < MostParts && i + parts < before.Length && before[i + parts] - before[i] == parts
            && similarity.MayBePartBefore(before[i + parts], shared[i + parts][j]))
        {
            parts++;
        }

        return parts;
    }

    /// <summary>Counts the new neighbours into which a sentence may have been split, as far as each by itself shows.</summary>
    private int MostSplit(int i, int j)
    {
        var parts = 0;
        while (parts < MostParts && j + parts < after.Length && after[j + parts] - after[j] == parts
            && similarity.MayBePartAfter(after[j + parts], shared[i][j + parts]))
        {
            parts++;
        }

        return parts;
    }
}
