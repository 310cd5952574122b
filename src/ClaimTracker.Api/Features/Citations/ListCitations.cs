using ClaimTracker.Api.Domain.Citations;

namespace ClaimTracker.Api.Features.Citations;

internal sealed record ListCitationsRequest : ResourcesRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    [QueryParam]
    public IReadOnlyList<CitationState>? State { get; init; }

    public Filter Filter() => new Filter().AnyOf("c.id", Ids).Equal("c.article_id", Id).AnyOf("c.state", State);
}

internal sealed class ListCitationsValidator : PageRequestValidator<ListCitationsRequest>;

internal sealed class ListCitations : ListEndpoint<ListCitationsRequest, CitationResponse>
{
    private const string ArticleSql = "select 1 from articles where id = @Id";

    public override void Configure()
    {
        Get("{id}/citations");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s =>
        {
            s.Summary = "The sources that a writer named";
            s.Description =
                "Links, footnotes, endnotes, comments and notes in brackets, in the order of the newest text. Those whose sentence is gone "
                + "from it come last.";
        });
        Description(static d => d.Produces<Page<CitationResponse>>().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListCitationsRequest request) =>
        new(CitationReader.PlaceSql, "c.id", Descending: false, typeof(long));

    public override async Task<Page<CitationResponse>> ReadAsync(ReadTx tx, Actor actor, ListCitationsRequest request, Keyset keyset)
    {
        if (await tx.FirstAsync<long?>(ArticleSql, new { request.Id }) is null)
        {
            throw Subject.Article(request.Id).ToNotFound();
        }

        return await CitationReader.PageAsync(tx, keyset, request.Filter());
    }
}
