namespace ClaimTracker.Api.Domain.Writing;

/// <summary>What an event says about one claim: a link to it, or a verdict on it.</summary>
internal interface IOfClaim
{
    long ClaimId { get; }
}

/// <summary>
/// Moves the time at which something was last done about a claim: with every event of the claim, its links, its evidence, its verdicts,
/// and the comments on all of these. It happens where events are recorded, so that no use case can forget it.
/// </summary>
internal static class ClaimActivity
{
    private const string OfOneSql = """
        update claims
        set activity_at = @Now
        where id = (select coalesce(max(m.successor_id), @claim) from claim_merges m where m.claim_id = @claim)
        """;

    private const string OfEvidenceSql = """
        update claims
        set activity_at = @Now
        where id in (select l.claim_id from claim_evidence l where l.evidence_id = @id)
        """;

    private const string OfCommentSql = """
        update claims
        set activity_at = @Now
        where id in (
            select c.claim_id from comments c where c.id = @id
            union all
            select v.current_claim_id from comments c join verdicts v on v.id = c.verdict_id where c.id = @id
            union all
            select l.claim_id from comments c join claim_evidence l on l.evidence_id = c.evidence_id where c.id = @id)
        """;

    /// <param name="change">The change that the event belongs to.</param>
    /// <param name="subject">What was changed.</param>
    /// <param name="said">The subject after the change; before it, where it is gone.</param>
    public static Task MoveAsync(Change change, Subject subject, object? said) => (said, ContentKey.Of(subject.ToString())) switch
    {
        (IOfClaim { ClaimId: var claim }, _) => change.ExecuteAsync(OfOneSql, new { claim, change.Now }),
        (_, { Kind: "claim", Id: var claim }) => change.ExecuteAsync(OfOneSql, new { claim, change.Now }),
        (_, { Kind: "evidence", Id: var id }) => change.ExecuteAsync(OfEvidenceSql, new { id, change.Now }),
        (_, { Kind: "comment", Id: var id }) => change.ExecuteAsync(OfCommentSql, new { id, change.Now }),
        _ => Task.CompletedTask,
    };
}
