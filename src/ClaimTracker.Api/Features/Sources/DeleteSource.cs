using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Sources;

internal sealed record DeleteSourceRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class DeleteSource(Writes writes) : Endpoint<DeleteSourceRequest>
{
    private const string EvidenceSql = "select id from evidence where source_id = @Id order by id limit 1";
    private const string DeleteSql = "delete from sources where id = @Id";

    public override void Configure()
    {
        Delete("/sources/{id}");
        Group<SourcesGroup>();
        Description(static d => d.For(Permission.Write).Says("Delete a source", "One that evidence is taken from stays.").Removes().Edits().Refuses(404, 409));
    }

    public override async Task HandleAsync(DeleteSourceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var source = (await SourceRow.FindAsync(tx, request.Id)).OrNotFound("source", request.Id);
            ETags.CheckIfMatch(HttpContext, source);
            if (await tx.FirstAsync<long?>(EvidenceSql, request) is { } evidence)
            {
                throw Problem.Conflict($"Evidence {evidence} is taken from source {request.Id}.", $"/api/v1/evidence/{evidence}");
            }

            await tx.ExecuteAsync(DeleteSql, request);
            await tx.RecordAsync(actor.Name, "source.deleted", $"source/{request.Id}", before: source, after: null);
            return Reply.Gone;
        });
    }
}
