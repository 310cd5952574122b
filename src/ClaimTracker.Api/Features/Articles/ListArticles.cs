namespace ClaimTracker.Api.Features.Articles;

internal sealed record ListArticlesRequest : PageRequest
{
    /// <summary>Words of the title, in this order; case does not matter.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>The address, in any spelling that means the same page.</summary>
    [QueryParam]
    public string? Url { get; init; }

    [QueryParam]
    public string? Publisher { get; init; }

    /// <summary>First day of publication.</summary>
    [QueryParam]
    public DateOnly? From { get; init; }

    /// <summary>Last day of publication.</summary>
    [QueryParam]
    public DateOnly? To { get; init; }

    [QueryParam]
    public string? ExternalApp { get; init; }

    [QueryParam]
    public string? ExternalId { get; init; }

    /// <summary>ready: nothing blocks publication. blocked: something does; the coverage of the article lists it.</summary>
    [QueryParam]
    public ArticleState? State { get; init; }

    [QueryParam]
    public string? Sort { get; init; }

    // The state is asked article by article, up to the first blocker: of an `exists` PostgreSQL would first gather those of all articles.
    public Filter Filter() => new Filter()
        .Contains("a.title_key", TextKey.Of(Q))
        .Equal("a.url_key", UrlKey.Of(Url))
        .Equal("a.publisher", Publisher)
        .From("a.published_on", From)
        .UpTo("a.published_on", To)
        .Equal("a.external_app", ExternalApp)
        .Equal("a.external_id", ExternalId)
        .If(State is not null, """
            @Blocked = coalesce((select 1 from sentence_blockers b where b.article_id = a.id limit 1), 0)
            """, new { Blocked = State is ArticleState.Blocked ? 1 : 0 });
}

internal sealed class ListArticlesValidator : PageRequestValidator<ListArticlesRequest>
{
    public ListArticlesValidator()
    {
        RuleFor(static r => r.Q).Optional(Limits.Text);
        RuleFor(static r => r.Url).HttpUrl();
        RuleFor(static r => r.Publisher).Optional(Limits.Text);
        RuleFor(static r => r.ExternalApp).Optional(Limits.ExternalApp);
        RuleFor(static r => r.ExternalId).Optional(Limits.ExternalId);
        RuleFor(static r => r.Sort).OneOf(ListArticles.Sorts.Keys);
    }
}

internal sealed class ListArticles : ListEndpoint<ListArticlesRequest, ArticleSummary>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdBothWays("a.id");

    public override void Configure()
    {
        Get("");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "List articles";
            s.Description = "The newest first, unless `sort` says otherwise.";
        });
        Description(static d => d.Produces<Page<ArticleSummary>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListArticlesRequest request) => Sorts[request.Sort ?? "-id"];

    public override Task<Page<ArticleSummary>> ReadAsync(ReadTx tx, Actor actor, ListArticlesRequest request, Keyset keyset) =>
        tx.PageAsync(keyset, new PageQuery<ArticleSummary>(
            ArticleReader.Columns, "articles a", request.Filter(), static article => (null, article.Id)));
}
