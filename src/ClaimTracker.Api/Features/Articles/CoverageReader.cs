using System.Diagnostics;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Reads the coverage of articles: four queries, however long the article is.</summary>
internal static class CoverageReader
{
    private const string VersionSql = "select version, set_apart from articles where id = @id";

    // Every sentence that is not orphaned has its place in the newest version, once.
    private const string StatesSql = """
        select st.state, count(*) as sentences
        from sentences s
        join sentence_states st on st.sentence_id = s.id
        where s.article_id = @id
            and (st.state <> 'orphaned' or exists (select 1 from sentence_claims l where l.sentence_id = s.id))
        group by st.state
        """;

    // A claim of several sentences counts once: the inner query gives it one row.
    private const string ClaimsSql = """
        select assignee, status, count(*) as claims
        from (
            select distinct c.id, c.assignee, c.status
            from sentences s
            join sentence_claims l on l.sentence_id = s.id
            join claims c on c.id = l.claim_id
            where s.article_id = @id
        ) as each_claim
        group by assignee, status
        order by assignee is null, assignee, status
        """;

    // Materialized by name: SQLite would otherwise work the view out anew for each of the three uses. And the limit is a sum, as in Paging.
    private const string BlockersSql = """
        with blockers as materialized (
            select sentence_id, start_offset, claim_id, kind, rating
            from sentence_blockers
            where article_id = @id
        )
        select
            sentence_id,
            claim_id,
            kind,
            rating,
            (select count(*) from blockers) as total,
            (select count(distinct claim_id) from blockers where kind <> 'no_verdict') as claims_needing_attention
        from blockers
        order by start_offset is null, start_offset, sentence_id, claim_id, kind
        limit @Blockers + 0
        """;

    /// <returns>Null if the article does not exist.</returns>
    public static async Task<CoverageResponse?> FindAsync(ReadTx tx, long id)
    {
        if (await tx.FirstAsync<(int Version, int SetApart)?>(VersionSql, new { id }) is not var (version, setApart))
        {
            return null;
        }

        var states = (await tx.ListAsync<StateRow>(StatesSql, new { id })).ToDictionary(static s => s.State, static s => s.Sentences);
        var claims = await tx.ListAsync<ClaimsRow>(ClaimsSql, new { id });
        var blockers = await tx.ListAsync<BlockerRow>(BlockersSql, new { id, Limits.Blockers });
        return new CoverageResponse
        {
            ArticleId = id,
            Version = version,
            Sentences = states.Where(static s => s.Key != SentenceState.Orphaned).Sum(static s => s.Value),
            ByState = ByState(states),
            Orphaned = states.GetValueOrDefault(SentenceState.Orphaned),
            Claims = claims.Sum(static c => c.Claims),
            ByStatus = ByStatus(claims.ToLookup(static c => c.Status, static c => c.Claims)),
            ClaimsLeft = claims.Sum(static c => c.Left),
            ClaimsNeedingAttention = blockers is [{ ClaimsNeedingAttention: var needing }, ..] ? needing : 0,
            ByAssignee =
            [
                .. claims.GroupBy(static c => c.Assignee, StringComparer.Ordinal)
                    .Select(static own => new AssigneeClaims(own.Key, own.Sum(static c => c.Claims), own.Sum(static c => c.Left))),
            ],
            SetApart = setApart,
            ReadyToPublish = blockers.Count == 0 && setApart == 0,
            BlockerCount = (blockers is [{ Total: var total }, ..] ? total : 0) + (setApart > 0 ? 1 : 0),
            Blockers = [.. OfReading(setApart), .. blockers.Select(static b => b.ToBlocker())],
        };
    }

    /// <summary>One obstacle for all that was set apart: it is about no sentence, because such blocks have none.</summary>
    private static IEnumerable<Blocker> OfReading(int setApart)
    {
        if (setApart > 0)
        {
            yield return new Blocker
            {
                SentenceId = null,
                ClaimId = null,
                Reason = $"{setApart} {(setApart == 1 ? "block was" : "blocks were")} set apart as no part of the article, but with a full "
                    + "sentence: look at `reading.warnings` of the article, make paragraphs of what belongs to it, and confirm the rest.",
            };
        }
    }

    private static SentencesByState ByState(Dictionary<SentenceState, int> counts) => new()
    {
        Open = counts.GetValueOrDefault(SentenceState.Open),
        NotCheckable = counts.GetValueOrDefault(SentenceState.NotCheckable),
        Skipped = counts.GetValueOrDefault(SentenceState.Skipped),
        Claimed = counts.GetValueOrDefault(SentenceState.Claimed),
        Cleared = counts.GetValueOrDefault(SentenceState.Cleared),
        NeedsAttention = counts.GetValueOrDefault(SentenceState.NeedsAttention),
    };

    private static ClaimsByStatus ByStatus(ILookup<ClaimStatus, int> counts) => new()
    {
        Open = counts[ClaimStatus.Open].Sum(),
        Assigned = counts[ClaimStatus.Assigned].Sum(),
        Researching = counts[ClaimStatus.Researching].Sum(),
        InReview = counts[ClaimStatus.InReview].Sum(),
        Published = counts[ClaimStatus.Published].Sum(),
        Corrected = counts[ClaimStatus.Corrected].Sum(),
        Retracted = counts[ClaimStatus.Retracted].Sum(),
    };

    private sealed record StateRow
    {
        public required SentenceState State { get; init; }

        public required int Sentences { get; init; }
    }

    private sealed record ClaimsRow
    {
        public required string? Assignee { get; init; }

        public required ClaimStatus Status { get; init; }

        public required int Claims { get; init; }

        public int Left => Status is ClaimStatus.Published or ClaimStatus.Corrected ? 0 : Claims;
    }

    private sealed record BlockerRow
    {
        public required long SentenceId { get; init; }

        public required long? ClaimId { get; init; }

        public required string Kind { get; init; }

        /// <summary>The rating of the house verdict, if the claim has one.</summary>
        public required string? Rating { get; init; }

        /// <summary>The number of all blockers of the article.</summary>
        public required int Total { get; init; }

        public required int ClaimsNeedingAttention { get; init; }

        public Blocker ToBlocker() => new() { SentenceId = SentenceId, ClaimId = ClaimId, Reason = Reason() };

        private string Reason() => Kind switch
        {
            "open" => "Not looked at yet: make a claim of it, or set it aside.",
            "orphaned" =>
                $"Its words are gone from the newest version, but it still has claim {ClaimId}: link the claim to the sentence that makes "
                + "it now and unlink this one, or send the outcome `changed` if it was taken out as advised.",
            "edited" => $"The sentence was edited since claim {ClaimId} was linked: check it again.",
            "retracted" => $"The verdict on claim {ClaimId} was retracted: it needs another.",
            "no_verdict" => $"Claim {ClaimId} has no published verdict: bring one through review.",
            "needs_change" => $"Claim {ClaimId} was rated {Rating}: mend the line and send the outcome `changed`, or let it stand.",
            _ => throw new UnreachableException(Kind),
        };
    }
}
