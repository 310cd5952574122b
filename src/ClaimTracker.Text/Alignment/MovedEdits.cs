namespace ClaimTracker.Text.Alignment;

/// <summary>Links sentences that both moved and changed: the most similar pairs among the sentences left.</summary>
internal static class MovedEdits
{
    public static void Link(AlignedPairs links, Similarity similarity)
    {
        var candidates = new Candidates(similarity, links.LooseAfter(0, links.AfterCount));
        var pairs = links.LooseBefore(0, links.BeforeCount)
            .SelectMany(b => candidates.Of(b, Similarity.Moved))
            .OrderByDescending(static p => p.Score)
            .ThenBy(static p => Math.Abs(p.Before - p.After))
            .ThenBy(static p => p.Before);
        foreach (var (_, b, a) in pairs)
        {
            if (links.IsLooseBefore(b) && links.IsLooseAfter(a))
            {
                links.Link([b], [a]);
            }
        }
    }
}
