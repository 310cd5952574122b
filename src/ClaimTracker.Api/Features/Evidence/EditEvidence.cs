using ClaimTracker.Api.Domain.Erasure;
using ClaimTracker.Api.Domain.Evidence;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed class EditEvidence : WriteEndpoint<PatchRequest<EvidenceBody>, EvidenceResponse>
{
    private const string UpdateSql = """
        update evidence
        set excerpt = @Excerpt,
            locator_page = @Page,
            locator_timestamp = @Timestamp,
            locator_section = @Section,
            locator_cell = @Cell,
            note = @Note,
            internal = case when @isPublic then null else true end,
            public_note = @PublicNote,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Patch("{id}");
        Group<EvidenceGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Edit an evidence record";
            s.Description = "A JSON Merge Patch. Verdicts that cite it keep it as it was when they cited it, public or not.";
        });
        Description(
            static d => d.Produces<EvidenceResponse>().ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PatchRequest<EvidenceBody> request)
    {
        var current = (await EvidenceReader.FindAsync(change, request.Id)).OrNotFound(Subject.Evidence(request.Id));
        change.RequireUnchanged(current);
        Subject.Evidence(request.Id).RefuseIfErased(current.Erased);
        var edited = request.Patch.ApplyTo(current.ToBody(), EvidenceBodyValidator.Instance);
        var locator = edited.Locator ?? new Locator();
        await change.ExecuteAsync(UpdateSql, new
        {
            request.Id,
            edited.Excerpt,
            locator.Page,
            locator.Timestamp,
            locator.Section,
            locator.Cell,
            edited.Note,
            isPublic = edited.Public ?? true,
            edited.PublicNote,
            change.Now,
        });
        await change.RecordAsync(EventKind.EvidenceEdited, Subject.Evidence(request.Id), current.ToBody(), edited);
        return Reply.Resource((await EvidenceReader.FindAsync(change, request.Id))!);
    }
}
