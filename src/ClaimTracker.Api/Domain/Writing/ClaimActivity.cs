namespace ClaimTracker.Api.Domain.Writing;

/// <summary>What an event says about one claim: a link to it, or a verdict on it.</summary>
internal interface IOfClaim
{
    long ClaimId { get; }
}

/// <summary>
/// Keeps what claims say of what is about them: when something was last done, and their state as the view claim_states defines it. Both
/// move with every event of the claim, its links, its evidence, its verdicts, and the comments on all of these: where events are
/// recorded, so that no use case can forget it. To work the state out for each read took most of the time of a list.
/// </summary>
internal static class ClaimActivity
{
    // A merged claim has no state; the claim that it has become has one.
    private const string UpdateSql = """
        update claims
        set activity_at = @Now,
            (status, evidence_count, verdict_id, disputed) = (
                select s.status, s.evidence_count, s.verdict_id, s.disputed
                from claim_states s
                where s.claim_id = claims.id)
        """;

    private const string OfOneSql = $"""
        {UpdateSql}
        where id = @claim or id = (select m.successor_id from claim_merges m where m.claim_id = @claim)
        """;

    private const string OfEvidenceSql = $"""
        {UpdateSql}
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
        (IOfClaim { ClaimId: var claim }, _) => change.ApplyAsync(OfOneSql, new { claim, change.Now }),
        (_, { Kind: "claim", Id: var claim }) => change.ApplyAsync(OfOneSql, new { claim, change.Now }),
        (_, { Kind: "evidence", Id: var id }) => change.ApplyAsync(OfEvidenceSql, new { id, change.Now }),
        (_, { Kind: "comment", Id: var id }) => change.ApplyAsync(OfCommentSql, new { id, change.Now }),
        _ => Task.CompletedTask,
    };
}
