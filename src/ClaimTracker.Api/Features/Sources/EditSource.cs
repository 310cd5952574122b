using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Sources;

internal sealed record EditSourceRequest
{
    [RouteParam]
    public long Id { get; init; }

    [FromBody]
    public MergePatch<SourceBody> Patch { get; init; } = null!;
}

internal sealed class EditSource(Writes writes) : Endpoint<EditSourceRequest, SourceResponse>
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
        Patch("/sources/{id}");
        Group<SourcesGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Edit a source", "A JSON Merge Patch: what is left out stays, null clears. Only an editor lifts `confidential`.")
            .Gives<SourceResponse>().Edits().Refuses(404, 409));
    }

    public override async Task HandleAsync(EditSourceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var current = (await SourceRow.FindAsync(tx, request.Id)).OrNotFound("source", request.Id);
            ETags.CheckIfMatch(HttpContext, current);
            var edited = request.Patch.ApplyTo(current.ToBody(), SourceBodyValidator.Instance);
            if (current.Confidential && edited.Confidential != true)
            {
                actor.RequireDisclosure(request.Id);
            }

            if (edited.Url is { } url && url != current.Url)
            {
                await RefuseOwnArticleAsync(tx, request.Id, UrlKey.Of(url));
            }

            await SourceRecord.UpdateAsync(tx, actor.Name, request.Id, current.ToBody(), edited);
            return Reply.Resource((await SourceRow.FindAsync(tx, request.Id))!);
        });
    }

    // Evidence is refused where it is linked; a new address would bring about afterwards what was refused then.
    private static async Task RefuseOwnArticleAsync(WriteTx tx, long id, string key)
    {
        if (await tx.FirstAsync<OwnEvidence>(OwnEvidenceSql, new { Id = id, key }) is { } own)
        {
            throw Problem.Conflict(
                $"Article {own.ArticleId} has this address and makes claim {own.ClaimId}, on which evidence {own.EvidenceId} is taken from source {id}: an article is no source for its own claims.",
                $"/api/v1/evidence/{own.EvidenceId}");
        }
    }

    private sealed record OwnEvidence
    {
        public long EvidenceId { get; init; }

        public long ClaimId { get; init; }

        public long ArticleId { get; init; }
    }
}
