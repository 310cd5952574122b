using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Sources;

internal sealed class DeleteSource : WriteEndpoint<OneRequest>
{
    private const string EvidenceSql = "select id from evidence where source_id = @Id order by id limit 1";
    private const string DeleteSql = "delete from sources where id = @Id";

    public override void Configure()
    {
        Delete("{id}");
        Group<SourcesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Delete a source";
            s.Description = "A source that evidence is taken from cannot be deleted.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var source = (await SourceReader.FindAsync(change, request.Id)).OrNotFound(Subject.Source(request.Id));
        change.RequireUnchanged(source);
        if (await change.FirstAsync<long?>(EvidenceSql, request) is { } evidence)
        {
            throw Problem.Conflict($"Evidence {evidence} is taken from source {request.Id}.", Subject.Evidence(evidence).Address);
        }

        await change.ExecuteAsync(DeleteSql, request);
        await change.RecordAsync(EventKind.SourceDeleted, Subject.Source(request.Id), before: source, after: null);
        return Reply.Gone;
    }
}
