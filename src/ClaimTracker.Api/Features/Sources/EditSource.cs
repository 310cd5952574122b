using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Sources;

internal sealed class EditSource : WriteEndpoint<PatchRequest<SourceBody>, SourceResponse>
{
    private const string OwnEvidenceSql = """
        select l.evidence_id, l.claim_id, a.id as article_id
        from articles a
        join sentences t on t.article_id = a.id
        join sentence_claims c on c.sentence_id = t.id
        join claim_evidence l on l.claim_id = c.claim_id
        join evidence e on e.id = l.evidence_id and e.source_id = @Id
        where a.url_key = @key
        order by l.evidence_id, l.claim_id
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
            s.Description = "A JSON Merge Patch: what is left out stays, null clears. Only an editor lifts `confidential`.";
        });
        Description(
            static d => d
                .Produces<SourceResponse>()
                .ProducesProblem(404)
                .ProducesProblem(409)
                .RequiresIfMatch(),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PatchRequest<SourceBody> request)
    {
        var current = (await SourceReader.FindAsync(change, request.Id)).OrNotFound(Subject.Source(request.Id));
        change.RequireUnchanged(current);
        var edited = request.Patch.ApplyTo(current.ToBody(), SourceBodyValidator.Instance);
        if (current.Confidential && edited.Confidential != true)
        {
            change.Actor.RequireDisclosure(request.Id);
        }

        if (edited.Url is { } url && url != current.Url)
        {
            await RefuseOwnArticleAsync(change, request.Id, UrlKey.Of(url));
        }

        await SourceWriter.UpdateAsync(change, request.Id, current.ToBody(), edited);
        return Reply.Resource((await SourceReader.FindAsync(change, request.Id))!);
    }

    // Evidence is refused where it is linked; a new address would bring about afterwards what was refused then.
    private static async Task RefuseOwnArticleAsync(WriteTx tx, long id, string key)
    {
        if (await tx.FirstAsync<OwnEvidence>(OwnEvidenceSql, new { Id = id, key }) is { } own)
        {
            throw Problem.Conflict(
                $"Article {own.ArticleId} has this address and makes claim {own.ClaimId}, on which evidence {own.EvidenceId} is taken from source {id}: an article is no source for its own claims.",
                Subject.Evidence(own.EvidenceId).Address);
        }
    }

    private sealed record OwnEvidence
    {
        public long EvidenceId { get; init; }

        public long ClaimId { get; init; }

        public long ArticleId { get; init; }
    }
}
