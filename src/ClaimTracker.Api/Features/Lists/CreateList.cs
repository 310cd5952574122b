namespace ClaimTracker.Api.Features.Lists;

internal sealed record CreateListRequest : ListBody
{
    /// <summary>The list that it asks for.</summary>
    public ListBody ToBody() => new() { Name = Name, Public = Public ?? false, Note = Note, Query = Query };
}

internal sealed class CreateListValidator : Validator<CreateListRequest>
{
    public CreateListValidator() => Include(ListBodyValidator.Instance);
}

internal sealed class CreateList : WriteEndpoint<CreateListRequest, ListResponse>
{
    private const string InsertSql = """
        insert into lists (name, name_key, public, note, query, created_by, created_at, updated_at)
        values (@Name, @NameKey, @Public, @Note, @Query, @Actor, @Now, @Now)
        returning id
        """;

    private const string CountSql = "select count(*) from lists";

    public override void Configure()
    {
        Post("");
        Group<ListsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Create a list of claims";
            s.Description =
                "It is filled claim by claim, or with a `query` its claims are computed. Names are unique, ignoring case: the same list "
                + "again is returned as it is, with 200, and another of that name is refused. Only an editor makes a public list.";
        });
        Description(static d => d.Produces<ListResponse>(201).Produces<ListResponse>().ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateListRequest request)
    {
        change.Actor.RequirePublicList(request.Public ?? false);
        await ListNames.RequireKnownAsync(change, request);
        if (await ListNames.FindAsync(change, request.Name!) is { } existing)
        {
            var list = (await ListReader.FindAsync(change, existing, change.Actor))!;
            return list.ToBody() == request.ToBody()
                ? Reply.Existing(Subject.List(existing).Address, list)
                : throw ListNames.Taken(existing);
        }

        if (await change.SingleAsync<long>(CountSql) >= Limits.Lists)
        {
            throw Problem.Conflict($"There are {Limits.Lists:N0} lists, which is the most: delete one first.");
        }

        var id = await change.InsertAsync(InsertSql, new
        {
            request.Name,
            NameKey = TextKey.Of(request.Name!),
            Public = request.Public ?? false,
            request.Note,
            request.Query,
            Actor = change.Actor.Name,
            change.Now,
        });
        await change.RecordAsync(EventKind.ListCreated, Subject.List(id), before: null, after: request);
        return Reply.Created(Subject.List(id).Address, (await ListReader.FindAsync(change, id, change.Actor))!);
    }
}
