using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>What stands in the way of a merge. Each refusal says the way out.</summary>
internal static class MergeRules
{
    private const string WaitingSql = """
        select id, current_claim_id, state
        from verdicts
        where current_claim_id in @ids and state in ('in_review', 'approved')
        order by id
        limit 1
        """;

    private const string OwnEvidenceSql = """
        select l.evidence_id
        from own_sources o
        join evidence e on e.source_id = o.source_id
        join claim_evidence l on l.evidence_id = e.id and l.claim_id = o.claim_id
        where o.claim_id = @into
        order by l.evidence_id
        limit 1
        """;

    /// <returns>The claim that stays.</returns>
    /// <exception cref="ProblemException">400: it is the same claim, or there is none. 409: it was merged itself.</exception>
    public static async Task<ClaimResponse> FindIntoAsync(Change change, long id, long into)
    {
        if (into == id)
        {
            throw Problem.Invalid("into", "must be another claim");
        }

        await ClaimMerges.RefuseMergedAsync(change, into);
        return await ClaimReader.FindAsync(change, into, change.Actor)
            ?? throw Problem.Invalid("into", $"must be the id of a claim; there is no claim {into}");
    }

    /// <exception cref="ProblemException">409: a verdict is on its way to publication.</exception>
    public static async Task RefuseWaitingAsync(Change change, params long[] ids)
    {
        if (await change.FirstAsync<WaitingRow>(WaitingSql, new { ids }) is { } verdict)
        {
            throw Problem.Conflict(
                $"Verdict {verdict.Id} on claim {verdict.CurrentClaimId} is {verdict.State.ToWord().Replace('_', ' ')}: publish it or "
                + "reject it first.",
                Subject.Verdict(verdict.Id).Address);
        }
    }

    /// <summary>Asked of the rows as they are after the merge: a refusal undoes them.</summary>
    /// <exception cref="ProblemException">409.</exception>
    public static async Task RefuseTooMuchAsync(Change change, long into)
    {
        RefuseOver(into, "relations", (await MovedRelations.OfAsync(change, into)).Count, Limits.RelationsOfClaim);
        if (await change.FirstAsync<long?>(OwnEvidenceSql, new { into }) is { } evidence)
        {
            throw Problem.Conflict(
                $"Evidence {evidence} would be taken from an article that makes the claim: an article is no source for its own claims. "
                + "Unlink it first.",
                Subject.Evidence(evidence).Address);
        }
    }

    public static void RefuseOver(long into, string what, int count, int most)
    {
        if (count > most)
        {
            throw Problem.Conflict(
                $"Claim {into} would have {count} {what}, and the most is {most}. Remove some first.", Subject.Claim(into).Address);
        }
    }

    private sealed record WaitingRow
    {
        public required long Id { get; init; }

        public required long CurrentClaimId { get; init; }

        public required VerdictState State { get; init; }
    }
}
