using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record ListArticlesRequest : ThingsRequest
{
    /// <summary>Words of its title, text, byline or publisher: all of them, "a phrase", beginning*, -not, title:word.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>The address, in any spelling that means the same page.</summary>
    [QueryParam]
    public string? Url { get; init; }

    [QueryParam]
    public string? Publisher { get; init; }

    /// <summary>The first date of publication: a day, a month or a year. One known in part matches where any day of it does.</summary>
    [QueryParam]
    public PartialDate? From { get; init; }

    /// <summary>The last date of publication: a day, a month or a year, to its end.</summary>
    [QueryParam]
    public PartialDate? To { get; init; }

    [QueryParam]
    public string? ExternalApp { get; init; }

    [QueryParam]
    public string? ExternalId { get; init; }

    /// <summary>ready: nothing blocks publication. blocked: something does; the coverage of the article lists it.</summary>
    [QueryParam]
    public ArticleState? State { get; init; }

    /// <summary>Name of the user who sees to it; me for the caller, none for articles that nobody has.</summary>
    [QueryParam]
    public string? Assignee { get; init; }

    /// <summary>true: articles that were archived. any: those too. If left out, they are found by url and externalId only.</summary>
    [QueryParam]
    public ArchivedState? Archived { get; init; }

    /// <summary>Those that were changed at this instant or later.</summary>
    [QueryParam]
    public DateTimeOffset? UpdatedSince { get; init; }

    [QueryParam]
    public string? Sort { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field: fields.topic=Health.</summary>
    [QueryFamily("fields.")]
    public IReadOnlyDictionary<string, string>? FieldValues { get; init; }

    // A tool that looks an article up by what is the article's alone must find it, wherever it was put.
    private ArchivedState Asked => Archived ?? (Url is null && ExternalId is null ? ArchivedState.False : ArchivedState.Any);

    public Filter Filter(Actor actor, AskedUser assignee) => ArticleConditions.Of(this, assignee)
        .AnyOf("a.id", Ids)
        .FoundBy(actor, SearchKind.Article, "a.id", Q)
        .Equal("a.url_key", UrlKey.Of(Url))
        .Equal("a.external_app", ExternalId is null ? null : ExternalApp)
        .Equal("a.external_id", ExternalId)
        .If(Asked == ArchivedState.False, "a.archived_at is null")
        .If(Asked == ArchivedState.True, "a.archived_at is not null");
}

internal sealed class ListArticlesValidator : PageRequestValidator<ListArticlesRequest>
{
    public ListArticlesValidator()
    {
        RuleFor(static r => r.Q).SearchWords();
        RuleFor(static r => r.Url).HttpUrl();
        RuleFor(static r => r.Publisher).Optional(Limits.Text);
        RuleFor(static r => r.ExternalApp).Optional(Limits.ExternalApp);
        RuleFor(static r => r.ExternalId).Optional(Limits.ExternalId);
        RuleFor(static r => r.Assignee).Optional(Limits.UserName);
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

    public override async Task<Page<ArticleSummary>> ReadAsync(ReadTx tx, Actor actor, ListArticlesRequest request, Keyset keyset)
    {
        var assignee = await AskedUser.FindAsync(tx, actor, "assignee", request.Assignee, orNone: true);
        var filter = await FieldReader.AskAsync(tx, FieldSubject.Article, request.Filter(actor, assignee), request.FieldValues);
        return await tx.PageAsync(
            keyset,
            new PageQuery<ArticleSummary>(
                ArticleReader.Columns,
                "articles a",
                filter,
                article => (request.Sort == ByDeadline ? article.Deadline ?? Never
                    : SortColumn.IsByUpdate(request.Sort) ? article.UpdatedAt : null, article.Id)));
    }
}
