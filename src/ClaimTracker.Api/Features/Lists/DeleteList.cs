namespace ClaimTracker.Api.Features.Lists;

internal sealed class DeleteList : WriteEndpoint<OneRequest>
{
    private const string DeleteSql = "delete from lists where id = @Id";

    public override void Configure()
    {
        Delete("{id}");
        Group<ListsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Delete a list of claims";
            s.Description = "Its claims stay. Only an editor deletes a public list.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var list = (await ListReader.FindAsync(change, request.Id, change.Actor)).OrNotFound(Subject.List(request.Id));
        change.RequireUnchanged(list);
        change.Actor.RequirePublicList(list.Public);
        await change.ExecuteAsync(DeleteSql, request);
        await change.RecordAsync(EventKind.ListDeleted, Subject.List(request.Id), before: list, after: null);
        return Reply.Gone;
    }
}
