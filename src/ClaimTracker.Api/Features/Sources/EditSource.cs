using ClaimTracker.Api.Domain.Erasure;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Sources;

internal sealed class EditSource : WriteEndpoint<PatchRequest<SourceBody>, SourceResponse>
{
    private const string OwnEvidenceSql = """
        select l.evidence_id, o.claim_id, o.article_id
        from own_sources o
        join evidence e on e.source_id = o.source_id
        join claim_evidence l on l.evidence_id = e.id and l.claim_id = o.claim_id
        where o.source_id = @Id
        order by l.evidence_id, o.claim_id
        limit 1
        """;

    public override void Configure()
    {
        Patch("{id}");
        Group<SourcesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Edit a source";
            s.Description = "A JSON Merge Patch: members that are left out stay, null clears. Only an editor may lift `confidential`.";
        });
        Description(
            static d => d.Produces<SourceResponse>().ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PatchRequest<SourceBody> request)
    {
        var current = (await SourceReader.FindAsync(change, request.Id)).OrNotFound(Subject.Source(request.Id));
        change.RequireUnchanged(current);
        Subject.Source(request.Id).RefuseIfErased(current.Erased);
        var edited = request.Patch.ApplyTo(current.ToBody(), SourceBodyValidator.Instance);
        if (current.Confidential && edited.Confidential != true)
        {
            change.Actor.RequireDisclosure(request.Id);
        }

        await SourceWriter.UpdateAsync(change, request.Id, current.ToBody(), edited);
        if (edited.Url != current.Url)
        {
            await RefuseOwnEvidenceAsync(change, request);
        }

        return Reply.Resource((await SourceReader.FindAsync(change, request.Id))!);
    }

    // Asked of the new address as it is written: the refusal undoes it.
    private static async Task RefuseOwnEvidenceAsync(ReadTx tx, PatchRequest<SourceBody> request)
    {
        var own = await tx.FirstAsync<(long Evidence, long Claim, long Article)?>(OwnEvidenceSql, new { request.Id });
        if (own is var (evidence, claim, article))
        {
            throw Problem.Conflict(
                $"Article {article} has this address and makes claim {claim}, on which evidence {evidence} is taken from source "
                + $"{request.Id}: an article is no source for its own claims.",
                Subject.Evidence(evidence).Address);
        }
    }
}
