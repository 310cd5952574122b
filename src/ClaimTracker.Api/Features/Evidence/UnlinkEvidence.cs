using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record UnlinkEvidenceRequest
{
    /// <summary>The evidence record.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long ClaimId { get; init; }
}

internal sealed class UnlinkEvidence : WriteEndpoint<UnlinkEvidenceRequest>
{
    private const string DeleteSql = """
        delete from claim_evidence
        where evidence_id = @Id and claim_id = @ClaimId
        returning claim_id, stance, set_number as "set", note, question, answer_type
        """;

    public override void Configure()
    {
        Delete("{id}/claims/{claimId}");
        Group<EvidenceGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Unlink an evidence record from a claim";
            s.Description = "The record is kept, and so are its citations in verdicts.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, UnlinkEvidenceRequest request)
    {
        await ClaimMerges.RefuseMergedAsync(change, request.ClaimId);
        var link = await change.FirstAsync<EvidenceLink>(DeleteSql, request)
            ?? throw new ProblemException(ProblemType.NotFound, $"Evidence {request.Id} is not linked to claim {request.ClaimId}.");
        await change.RecordAsync(EventKind.EvidenceUnlinked, Subject.Evidence(request.Id), before: link, after: null);
        return Reply.Gone;
    }
}
