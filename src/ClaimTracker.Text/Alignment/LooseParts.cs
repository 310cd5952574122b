namespace ClaimTracker.Text.Alignment;

/// <summary>Turns edits into splits and merges: the unlinked neighbours of an edited sentence may be the rest of it.</summary>
internal static class LooseParts
{
    private const int MostParts = 4;

    public static void TakeIn(AlignedPairs links, Similarity similarity)
    {
        for (var b = 0; b < links.BeforeCount; b++)
        {
            if (links.OfBefore(b) is not { Kind: ChangeKind.Edited } edit)
            {
                continue;
            }

            var a = edit.After[0];
            if (Grow(a, links.IsLooseAfter, parts => similarity.OfSplit(b, parts)) is { Length: > 1 } after)
            {
                links.Link([b], after);
            }
            else if (Grow(b, links.IsLooseBefore, parts => similarity.OfMerge(parts, a)) is { Length: > 1 } before)
            {
                links.Link(before, [a]);
            }
        }
    }

    private static int[] Grow(int index, Func<int, bool> isLoose, Func<int[], double> score)
    {
        int[] parts = [index];
        while (parts.Length < MostParts)
        {
            int[] left = isLoose(parts[0] - 1) ? [parts[0] - 1, .. parts] : [];
            int[] right = isLoose(parts[^1] + 1) ? [.. parts, parts[^1] + 1] : [];
            var (l, r) = (left.Length == 0 ? 0 : score(left), right.Length == 0 ? 0 : score(right));
            if (l <= 0 && r <= 0)
            {
                break;
            }

            parts = l > r ? left : right;
        }

        return parts;
    }
}
