namespace ClaimTracker.Text.Alignment;

/// <summary>Pairs the sentences between two kept ones, in order, with the greatest total similarity.</summary>
internal static class GapAligner
{
    /// <summary>
    /// The largest gap that is tried in full. Under this bound the work for all gaps grows only with the length of the text.
    /// </summary>
    private const int MostCells = 10_000;

    public static void Align(AlignedPairs links, Similarity similarity, int[] before, int[] after)
    {
        if (before.Length == 0 || after.Length == 0 || TryFillTable(links, similarity, before, after))
        {
            return;
        }

        var (b, a) = (0, 0);
        foreach (var (nextB, nextA) in Anchors(similarity, before, after))
        {
            links.Link([before[nextB]], [after[nextA]]);
            TryFillTable(links, similarity, before[b..nextB], after[a..nextA]);
            (b, a) = (nextB + 1, nextA + 1);
        }

        TryFillTable(links, similarity, before[b..], after[a..]);
    }

    // Positions of sentences that are each other's best match; of these, the longest ascending run.
    private static List<(int Before, int After)> Anchors(Similarity similarity, int[] before, int[] after)
    {
        var candidates = new Candidates(similarity, after);
        var best = new Dictionary<int, (double Score, int Before)>();
        for (var b = 0; b < before.Length; b++)
        {
            if (candidates.Of(before[b], Similarity.InPlace) is [var first, ..] && first.Score > best.GetValueOrDefault(first.After).Score)
            {
                best[first.After] = (first.Score, b);
            }
        }

        var pairs = best.Select(p => (p.Value.Before, After: Array.BinarySearch(after, p.Key)));
        return Ascending.Longest([.. pairs.OrderBy(static p => p.Before)]);
    }

    /// <returns>False if the gap is too large, or has more words than may still be compared.</returns>
    private static bool TryFillTable(AlignedPairs links, Similarity similarity, int[] before, int[] after)
    {
        if ((long)before.Length * after.Length > MostCells || similarity.SharedTable(before, after) is not { } shared)
        {
            return false;
        }

        foreach (var (old, now) in new GapTable(similarity, before, after, shared).Best())
        {
            links.Link(old, now);
        }

        return true;
    }
}
