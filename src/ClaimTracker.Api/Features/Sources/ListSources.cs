using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Sources;

internal sealed record ListSourcesRequest : SourceFilter, IPaged, ITagged
{
    /// <summary>Rows on a page.</summary>
    [QueryParam]
    public int? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before; only with the same filters and sort.</summary>
    [QueryParam]
    public string? Cursor { get; init; }

    /// <summary>Whether to count all rows that pass the filters.</summary>
    [QueryParam]
    public bool? Count { get; init; }

    /// <summary>The members that items are to have, such as <c>id,title</c>. The schema of the answer is that with all of them.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Whether items are to have the member <c>etag</c>: the ETag that their own address answers to the same caller.</summary>
    [QueryParam]
    public bool? Etags { get; init; }

    [QueryParam]
    public string? Sort { get; init; }
}

internal sealed class ListSourcesValidator : PageRequestValidator<ListSourcesRequest>
{
    public ListSourcesValidator()
    {
        Include(SourceFilterValidator.Instance);
        RuleFor(static r => r.Sort).OneOf(ListSources.Sorts.Keys);
    }
}

internal sealed class ListSources : ListEndpoint<ListSourcesRequest, SourceResponse>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdAndUpdate("s.id", "s.updated_at");

    public override void Configure()
    {
        Get("");
        Group<SourcesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "List sources";
            s.Description =
                "The newest first, unless `sort` says otherwise. A field of the desk's own filters by its name: `fields.owner=state`.";
        });
        Description(static d => d.Produces<Page<SourceResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListSourcesRequest request) => Sorts[request.Sort ?? "-id"];

    public override async Task<Page<SourceResponse>> ReadAsync(ReadTx tx, Actor actor, ListSourcesRequest request, Keyset keyset) =>
        await tx.PageAsync<SourceResponse, SourceResponse>(
            keyset,
            new PageQuery<SourceResponse>(
                SourceReader.Columns,
                "sources s",
                await request.FilterAsync(tx, actor),
                source => (SortColumn.IsByUpdate(request.Sort) ? source.UpdatedAt : null, source.Id)),
            sources => Task.FromResult<IReadOnlyList<SourceResponse>>([.. sources.Select(source => source.SeenBy(actor))]));
}
