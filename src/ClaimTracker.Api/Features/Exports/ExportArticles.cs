using ClaimTracker.Api.Domain.Articles;

namespace ClaimTracker.Api.Features.Exports;

internal sealed record ExportArticlesRequest : ArticleFilter, IExportRequest
{
    /// <summary>The columns that the file is to have, such as <c>title,url,ready</c>, in this order. Left out, it has all.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The language of headings for people; left out, the columns have their names.</summary>
    [QueryParam]
    public HeadingLanguage? Labels { get; init; }

    /// <summary>Whether a CSV file begins with a byte order mark. If left out, it does for a browser (`Accept` with text/html).</summary>
    [QueryParam]
    public bool? Bom { get; init; }

    /// <summary>escaped (for spreadsheets) if left out; raw is for programs.</summary>
    [QueryParam]
    public Formulas? Formulas { get; init; }

    /// <summary>Those that were changed at this instant or later, so that an earlier file can be brought up to date.</summary>
    [QueryParam]
    public DateTimeOffset? ChangedSince { get; init; }
}

internal sealed class ExportArticlesValidator : Validator<ExportArticlesRequest>
{
    public ExportArticlesValidator() => Include(ArticleFilterValidator.Instance);
}

internal sealed class ExportArticles : ExportEndpoint<ExportArticlesRequest>
{
    protected override ExportList List => ArticleColumns.List;

    public override void Configure()
    {
        Exports(
            Permission.Read,
            "Archived articles are left out, unless `archived`, `url` or `externalId` asks for them.");
        Group<ExportsGroup>();
    }

    protected override async Task<Filter> FilterAsync(ReadTx tx, Actor actor, ExportArticlesRequest request, DateTimeOffset now) =>
        (await request.FilterAsync(tx, actor)).Among(
            request.ChangedSince is not null,
            "a.id",
            "select x.id from articles x where x.updated_at >= @ChangedSince",
            "coalesce(a.updated_at, a.updated_at) >= @ChangedSince",
            new { request.ChangedSince });
}
