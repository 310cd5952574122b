namespace ClaimTracker.Api.Features.Imports;

internal sealed record ListImportRowsRequest : PageRequest
{
    /// <summary>The import.</summary>
    [RouteParam]
    public long Id { get; init; }

    [QueryParam]
    public IReadOnlyList<RowOutcome>? Outcome { get; init; }

    public Filter Filter() => new Filter().Equal("r.import_id", Id).AnyOf("r.outcome", Outcome);
}

internal sealed class ListImportRowsValidator : PageRequestValidator<ListImportRowsRequest>;

internal sealed class ListImportRows : ListEndpoint<ListImportRowsRequest, ImportRowResponse>
{
    public override void Configure()
    {
        Get("{id}/rows");
        Group<ImportsGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s =>
        {
            s.Summary = "The rows that an import reports";
            s.Description =
                $"Rows that were refused, and those that were taken but for a part, in the order of the file: the first "
                + $"{Limits.ImportReport:N0}. `counts` of the import counts all of them.";
        });
        Description(static d => d.Produces<Page<ImportRowResponse>>().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListImportRowsRequest request) => SortColumn.IdBothWays("r.id")["id"];

    public override async Task<Page<ImportRowResponse>> ReadAsync(
        ReadTx tx, Actor actor, ListImportRowsRequest request, Keyset keyset)
    {
        (await ImportReader.FindAsync(tx, request.Id)).OrNotFound(Subject.Import(request.Id));
        return await tx.PageAsync(keyset, "r.id", "import_rows r", request.Filter(), ids => ImportReader.LoadRowsAsync(tx, ids));
    }
}
