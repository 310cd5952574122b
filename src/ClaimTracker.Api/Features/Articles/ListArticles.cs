using ClaimTracker.Api.Domain.Articles;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record ListArticlesRequest : ArticleFilter, IPaged
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

    [QueryParam]
    public string? Sort { get; init; }
}

internal sealed class ListArticlesValidator : PageRequestValidator<ListArticlesRequest>
{
    public ListArticlesValidator()
    {
        Include(ArticleFilterValidator.Instance);
        RuleFor(static r => r.Sort).OneOf(ListArticles.Sorts.Keys);
    }
}

internal sealed class ListArticles : ListEndpoint<ListArticlesRequest, ArticleSummary>
{
    private const string ByDeadline = "deadline";

    public static readonly Dictionary<string, SortColumn> Sorts = new(
        SortColumn.IdAndUpdate("a.id", "a.updated_at"), StringComparer.Ordinal)
    {
        [ByDeadline] = new("coalesce(a.deadline, '9999-12-31T23:59:59.999999Z')", "a.id", Descending: false, typeof(DateTimeOffset)),
    };

    // Where an article without a deadline stands, as the column says it.
    private static readonly DateTimeOffset Never = new DateTimeOffset(DateTime.MaxValue, TimeSpan.Zero).AddTicks(-9);

    public override void Configure()
    {
        Get("");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "List articles";
            s.Description =
                "The newest first, unless `sort` says otherwise: `deadline` begins with the earliest, and ends with the articles that "
                + "have none. Archived articles are left out, unless `archived`, `url` or `externalId` asks for them. A field of the "
                + "desk's own filters by its name: `fields.topic=Health`.";
        });
        Description(static d => d.Produces<Page<ArticleSummary>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListArticlesRequest request) => Sorts[request.Sort ?? "-id"];

    public override async Task<Page<ArticleSummary>> ReadAsync(ReadTx tx, Actor actor, ListArticlesRequest request, Keyset keyset) =>
        await tx.PageAsync(
            keyset,
            new PageQuery<ArticleSummary>(
                ArticleReader.Columns,
                "articles a",
                await request.FilterAsync(tx, actor),
                article => (request.Sort == ByDeadline ? article.Deadline ?? Never
                    : SortColumn.IsByUpdate(request.Sort) ? article.UpdatedAt : null, article.Id)));
}
