using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Data;
using Dapper;
using FastEndpoints;

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

    /// <summary>ready: nothing blocks publication; blocked: something does, as the coverage of the article says.</summary>
    [QueryParam]
    public ArticleState? State { get; init; }

    [QueryParam]
    public string? Sort { get; init; }

    // The state is asked article by article, up to the first blocker: for an `exists` PostgreSQL would first gather those of all articles.
    public SqlWhere Where(Dialect dialect) => new SqlWhere()
        .If(Q is not null, dialect.Pick("instr(a.title_key, @Q) > 0", "strpos(a.title_key, @Q) > 0"))
        .If(Url is not null, "a.url_key = @UrlKey")
        .If(Publisher is not null, "a.publisher = @Publisher")
        .If(From is not null, "a.published_on >= @From")
        .If(To is not null, "a.published_on <= @To")
        .If(ExternalApp is not null, "a.external_app = @ExternalApp")
        .If(ExternalId is not null, "a.external_id = @ExternalId")
        .If(State is not null, """
            @Blocked = coalesce((
                select 1
                from sentences s
                join sentence_states st on st.sentence_id = s.id
                where s.article_id = a.id
                    and (st.state in ('open', 'claimed', 'needs_attention')
                         or (st.state = 'orphaned' and exists (select 1 from sentence_claims l where l.sentence_id = s.id)))
                limit 1), 0)
            """);

    public DynamicParameters Parameters() => new(new
    {
        Q = Q is null ? null : TextKey.Of(Q),
        UrlKey = Url is null ? null : UrlKey.Of(Url),
        Publisher,
        From,
        To,
        ExternalApp,
        ExternalId,
        Blocked = State is ArticleState.Blocked ? 1 : 0,
    });
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

internal sealed class ListArticles(Db db) : Endpoint<ListArticlesRequest, Page<ArticleSummary>>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdBothWays("a.id");

    public override void Configure()
    {
        Get("/articles");
        Group<ArticlesGroup>();
        Description(static d => d.For(Permission.Read).Says("List articles", "The newest first, unless `sort` says otherwise.").Gives<Page<ArticleSummary>>());
    }

    public override async Task HandleAsync(ListArticlesRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, Sorts[request.Sort ?? "-id"]);
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset), ct));
    }

    private static async Task<Page<ArticleSummary>> ReadAsync(ReadTx tx, ListArticlesRequest request, Keyset keyset)
    {
        var total = request.Count == true
            ? await tx.SingleAsync<long>($"select count(*) from articles a {request.Where(tx.Dialect)}", request.Parameters())
            : (long?)null;
        var sql = $"""
            select {ArticleRow.Columns}
            from articles a
            {keyset.Continue(request.Where(tx.Dialect))}
            {keyset.OrderBy}
            limit @Take
            """;
        var (rows, next) = keyset.Cut(await tx.ListAsync<ArticleRow>(sql, keyset.AddTo(request.Parameters())), static row => (null, row.Id));
        return new Page<ArticleSummary>([.. rows.Select(static r => r.ToSummary())], next) { Total = total };
    }
}
