using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record UnlinkEvidenceRequest
{
    /// <summary>The evidence record.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long ClaimId { get; init; }
}

internal sealed class UnlinkEvidence(Writes writes) : Endpoint<UnlinkEvidenceRequest>
{
    private const string DeleteSql = """
        delete from claim_evidence
        where evidence_id = @Id and claim_id = @ClaimId
        returning claim_id, evidence_id, stance, set_number, note, question, answer_type
        """;

    public override void Configure()
    {
        Delete("/evidence/{id}/claims/{claimId}");
        Group<EvidenceGroup>();
        Description(static d => d.For(Permission.Write).Says("Unlink an evidence record from a claim", "The record stays, and verdicts that cite it keep it.").Removes().Refuses(404));
    }

    public override async Task HandleAsync(UnlinkEvidenceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var link = await tx.FirstAsync<EvidenceLinkRow>(DeleteSql, request)
                ?? throw new ProblemException(ProblemType.NotFound, $"Evidence {request.Id} is not linked to claim {request.ClaimId}.");
            await tx.RecordAsync(actor.Name, "evidence.unlinked", $"evidence/{request.Id}", before: link.ToLink(), after: null);
            return Reply.Gone;
        });
    }
}
