using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record DeleteEvidenceRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class DeleteEvidence(Writes writes) : Endpoint<DeleteEvidenceRequest>
{
    private const string VerdictSql = "select verdict_id from verdict_evidence where evidence_id = @Id order by verdict_id limit 1";
    private const string CommentsSql = "select id from comments where evidence_id = @Id order by id";
    private const string UnlinkSql = "delete from claim_evidence where evidence_id = @Id";
    private const string DeleteSql = "delete from evidence where id = @Id";

    public override void Configure()
    {
        Delete("/evidence/{id}");
        Group<EvidenceGroup>();
        Description(static d => d.For(Permission.Write).Says("Delete an evidence record", "Its links go with it. One that a verdict cites stays.").Removes().Edits().Refuses(404, 409));
    }

    public override async Task HandleAsync(DeleteEvidenceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var evidence = (await EvidenceLoader.FindAsync(tx, request.Id)).OrNotFound("evidence", request.Id);
            ETags.CheckIfMatch(HttpContext, evidence);
            if (await tx.FirstAsync<long?>(VerdictSql, request) is { } verdict)
            {
                throw Problem.Conflict($"Verdict {verdict} cites evidence {request.Id}.", $"/api/v1/verdicts/{verdict}");
            }

            // Each link goes with an event that names its claim: the history of that claim tells of it.
            await tx.ExecuteAsync(UnlinkSql, request);
            foreach (var link in evidence.Links)
            {
                await tx.RecordAsync(actor.Name, "evidence.unlinked", $"evidence/{request.Id}", before: link, after: null);
            }

            var comments = await tx.ListAsync<long>(CommentsSql, request);
            await tx.ExecuteAsync(DeleteSql, request);
            await tx.RecordAsync(actor.Name, "evidence.deleted", $"evidence/{request.Id}", before: evidence, after: null, touched: comments.Select(static id => $"comment/{id}"));
            return Reply.Gone;
        });
    }
}
