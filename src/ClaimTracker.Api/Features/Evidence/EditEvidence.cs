using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record EditEvidenceRequest
{
    [RouteParam]
    public long Id { get; init; }

    [FromBody]
    public MergePatch<EvidenceBody> Patch { get; init; } = null!;
}

internal sealed class EditEvidence(Writes writes) : Endpoint<EditEvidenceRequest, EvidenceResponse>
{
    private const string UpdateSql = """
        update evidence
        set excerpt = @Excerpt,
            locator_page = @Page,
            locator_timestamp = @Timestamp,
            locator_section = @Section,
            locator_cell = @Cell,
            note = @Note,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Patch("/evidence/{id}");
        Group<EvidenceGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Edit an evidence record", "A JSON Merge Patch. Verdicts that cite it keep it as it stood when they cited it.")
            .Gives<EvidenceResponse>().Edits().Refuses(404));
    }

    public override async Task HandleAsync(EditEvidenceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var current = (await EvidenceLoader.FindAsync(tx, request.Id)).OrNotFound("evidence", request.Id);
            ETags.CheckIfMatch(HttpContext, current);
            var edited = request.Patch.ApplyTo(current.ToBody(), EvidenceBodyValidator.Instance);
            var locator = edited.Locator ?? new Locator();
            await tx.ExecuteAsync(UpdateSql, new
            {
                request.Id,
                edited.Excerpt,
                locator.Page,
                locator.Timestamp,
                locator.Section,
                locator.Cell,
                edited.Note,
                tx.Now,
            });
            await tx.RecordAsync(actor.Name, "evidence.edited", $"evidence/{request.Id}", current.ToBody(), edited);
            return Reply.Resource((await EvidenceLoader.FindAsync(tx, request.Id))!);
        });
    }
}
