namespace ClaimTracker.Api.Features.Imports;

internal sealed record ListImportsRequest : ResourcesRequest
{
    [QueryParam]
    public IReadOnlyList<ImportState>? State { get; init; }
}

internal sealed class ListImportsValidator : PageRequestValidator<ListImportsRequest>;

internal sealed class ListImports : ListEndpoint<ListImportsRequest, ImportResponse>
{
    public override void Configure()
    {
        Get("");
        Group<ImportsGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s =>
        {
            s.Summary = "List imports";
            s.Description = "The newest first.";
        });
        Description(static d => d.Produces<Page<ImportResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListImportsRequest request) => SortColumn.IdBothWays("i.id")["-id"];

    public override Task<Page<ImportResponse>> ReadAsync(ReadTx tx, Actor actor, ListImportsRequest request, Keyset keyset) => tx.PageAsync(
        keyset,
        "i.id",
        "imports i",
        new Filter().AnyOf("i.id", request.Ids).AnyOf("i.state", request.State),
        ids => ImportReader.LoadAsync(tx, ids));
}
