namespace ClaimTracker.Api.Domain.Citations;

/// <summary>Writes what becomes of citations. What they say stays as it came in, and no event repeats it.</summary>
internal static class CitationWriter
{
    private const string SettleSql = """
        update citations
        set state = @State,
            reason = @Reason,
            evidence_id = @EvidenceId,
            settled_by = @SettledBy,
            settled_at = @SettledAt
        where id = @Id
        """;

    private const string OfEvidenceSql = "select id from citations where evidence_id = @evidence order by id";

    /// <summary>Accepts a citation: it is evidence now.</summary>
    public static Task<CitationResponse> AcceptAsync(Change change, CitationResponse citation, long evidence) =>
        SettleAsync(change, EventKind.CitationAccepted, citation, CitationState.Accepted, reason: null, evidence);

    /// <summary>Sets a citation aside.</summary>
    public static Task<CitationResponse> DismissAsync(Change change, CitationResponse citation, string reason) =>
        SettleAsync(change, EventKind.CitationDismissed, citation, CitationState.Dismissed, reason, evidence: null);

    /// <summary>Opens the citations again that a record of evidence was made of: it is about to be deleted.</summary>
    public static async Task ReopenAsync(Change change, long evidence)
    {
        var ids = await change.ListAsync<long>(OfEvidenceSql, new { evidence });
        foreach (var citation in await CitationReader.LoadAsync(change, [.. ids]))
        {
            await SettleAsync(change, EventKind.CitationReopened, citation, CitationState.Open, reason: null, evidence: null);
        }
    }

    private static async Task<CitationResponse> SettleAsync(
        Change change, EventKind kind, CitationResponse before, CitationState state, string? reason, long? evidence)
    {
        var isOpen = state == CitationState.Open;
        var after = before with
        {
            State = state,
            Reason = reason,
            EvidenceId = evidence,
            SettledBy = isOpen ? null : change.Actor.Name,
            SettledAt = isOpen ? null : change.Now,
        };
        await change.ExecuteAsync(SettleSql, after);
        await change.RecordAsync(kind, Subject.Citation(before.Id), Said(before), Said(after));
        return after;
    }

    private static object Said(CitationResponse citation) =>
        new { citation.ArticleId, citation.SentenceId, citation.State, citation.Reason, citation.EvidenceId };
}
