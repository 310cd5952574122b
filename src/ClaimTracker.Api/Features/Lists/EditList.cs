namespace ClaimTracker.Api.Features.Lists;

internal sealed class EditList : WriteEndpoint<PatchRequest<ListBody>, ListResponse>
{
    private const string UpdateSql = """
        update lists
        set name = @Name,
            name_key = @NameKey,
            public = @Public,
            note = @Note,
            query = @Query,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Patch("{id}");
        Group<ListsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Edit a list of claims";
            s.Description =
                "A JSON Merge Patch: in `query` too, a filter that is left out stays, and null clears it. A live list stays one, and one "
                + "that is filled by hand does not become one. Only an editor edits a public list, or makes a list public.";
        });
        Description(
            static d => d.Produces<ListResponse>().ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PatchRequest<ListBody> request)
    {
        var current = (await ListReader.FindAsync(change, request.Id, change.Actor)).OrNotFound(Subject.List(request.Id));
        change.RequireUnchanged(current);
        var edited = request.Patch.ApplyTo(current.ToBody(), ListBodyValidator.Instance);
        change.Actor.RequirePublicList(current.Public || edited.Public == true);
        await ListNames.RequireKnownAsync(change, edited);
        if (current.Live != edited.Query is not null)
        {
            throw Problem.Conflict(
                $"List {request.Id} {(current.Live ? "is live" : "is filled by hand")}, and stays so: make another list.");
        }

        if (await ListNames.FindAsync(change, edited.Name!) is { } other && other != request.Id)
        {
            throw ListNames.Taken(other);
        }

        await change.ExecuteAsync(UpdateSql, new
        {
            request.Id,
            edited.Name,
            NameKey = TextKey.Of(edited.Name!),
            Public = edited.Public ?? false,
            edited.Note,
            edited.Query,
            change.Now,
        });
        await change.RecordAsync(EventKind.ListEdited, Subject.List(request.Id), current.ToBody(), edited);
        return Reply.Resource((await ListReader.FindAsync(change, request.Id, change.Actor))!);
    }
}
