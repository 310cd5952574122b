namespace ClaimTracker.Api.Features.Lists;

internal sealed record ListListsRequest : ResourcesRequest
{
    [QueryParam]
    public string? Sort { get; init; }
}

internal sealed class ListListsValidator : PageRequestValidator<ListListsRequest>
{
    public ListListsValidator() => RuleFor(static r => r.Sort).OneOf(ListLists.Sorts.Keys);
}

internal sealed class ListLists : ListEndpoint<ListListsRequest, ListResponse>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdBothWays("l.id");

    private const string PublicSql = "l.public";

    public override void Configure()
    {
        Get("");
        Group<ListsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "List the lists of claims";
            s.Description = "The newest first, unless `sort` says otherwise. Outside the desk, only the public ones.";
        });
        Description(static d => d.Produces<Page<ListResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListListsRequest request) => Sorts[request.Sort ?? "-id"];

    public override Task<Page<ListResponse>> ReadAsync(ReadTx tx, Actor actor, ListListsRequest request, Keyset keyset) => tx.PageAsync(
        keyset,
        "l.id",
        "lists l",
        new Filter().AnyOf("l.id", request.Ids).If(!actor.SeesDrafts, PublicSql),
        ids => ListReader.LoadAsync(tx, ids, actor));
}
