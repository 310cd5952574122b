namespace ClaimTracker.Text.Alignment;

/// <summary>Pairs the sentences between two kept ones, in order, with the greatest total similarity.</summary>
internal static class GapAligner
{
    /// <summary>
    /// The largest gap that is tried in full. Under this bound the work for all gaps grows only with the length of the text.
    /// </summary>
    private const int MostCells = 10_000;

    private const int MostParts = 4;

    public static void Align(AlignedPairs links, Similarity similarity, int[] before, int[] after)
    {
        if (before.Length == 0 || after.Length == 0)
        {
            return;
        }

        if ((long)before.Length * after.Length <= MostCells)
        {
            FillTable(links, similarity, before, after);
            return;
        }

        var (b, a) = (0, 0);
        foreach (var (nextB, nextA) in Anchors(similarity, before, after))
        {
            links.Link([before[nextB]], [after[nextA]]);
            AlignSmall(links, similarity, before[b..nextB], after[a..nextA]);
            (b, a) = (nextB + 1, nextA + 1);
        }

        AlignSmall(links, similarity, before[b..], after[a..]);
    }

    private static void AlignSmall(AlignedPairs links, Similarity similarity, int[] before, int[] after)
    {
        if (before.Length > 0 && after.Length > 0 && (long)before.Length * after.Length <= MostCells)
        {
            FillTable(links, similarity, before, after);
        }
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

    private static void FillTable(AlignedPairs links, Similarity similarity, int[] before, int[] after)
    {
        var best = Table<double>(before.Length, after.Length);
        var step = Table<(int Before, int After)>(before.Length, after.Length);
        for (var i = before.Length; i >= 0; i--)
        {
            for (var j = after.Length; j >= 0; j--)
            {
                foreach (var (score, b, a) in Steps(similarity, before.AsMemory(i), after.AsMemory(j)))
                {
                    var total = score + best[i + b][j + a];
                    if (total > best[i][j] || step[i][j] == default)
                    {
                        (best[i][j], step[i][j]) = (total, (b, a));
                    }
                }
            }
        }

        for (var (i, j) = (0, 0); i < before.Length && j < after.Length;)
        {
            var (b, a) = step[i][j];
            if (b > 0 && a > 0)
            {
                links.Link(before[i..(i + b)], after[j..(j + a)]);
            }

            (i, j) = (i + b, j + a);
        }
    }

    private static T[][] Table<T>(int rows, int columns) => [.. Enumerable.Range(0, rows + 1).Select(_ => new T[columns + 1])];

    private static IEnumerable<(double Score, int Before, int After)> Steps(
        Similarity similarity, ReadOnlyMemory<int> before, ReadOnlyMemory<int> after)
    {
        if (before.Length > 0 && after.Length > 0 && similarity.Shared(before.Span[0], after.Span[0]) > 0)
        {
            if (similarity.Of(before.Span[0], after.Span[0]) is >= Similarity.InPlace and var edit)
            {
                yield return (edit, 1, 1);
            }

            for (var parts = 2; parts <= MostParts && parts <= after.Length && AreNeighbours(after.Span[..parts]); parts++)
            {
                if (similarity.OfSplit(before.Span[0], after.Span[..parts]) is > 0 and var split)
                {
                    yield return (split, 1, parts);
                }
            }

            for (var parts = 2; parts <= MostParts && parts <= before.Length && AreNeighbours(before.Span[..parts]); parts++)
            {
                if (similarity.OfMerge(before.Span[..parts], after.Span[0]) is > 0 and var merge)
                {
                    yield return (merge, parts, 1);
                }
            }
        }

        if (before.Length > 0)
        {
            yield return (0, 1, 0);
        }

        if (after.Length > 0)
        {
            yield return (0, 0, 1);
        }
    }

    // A moved sentence between two others separates them.
    private static bool AreNeighbours(ReadOnlySpan<int> indexes) => indexes[^1] - indexes[0] == indexes.Length - 1;
}
