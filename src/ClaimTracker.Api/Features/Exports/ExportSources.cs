using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Exports;

internal sealed record ExportSourcesRequest : SourceFilter, IExportRequest
{
    /// <summary>The columns that the file is to have, such as <c>title,publisher,url</c>, in this order. Left out, it has all.</summary>
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

internal sealed class ExportSourcesValidator : Validator<ExportSourcesRequest>
{
    public ExportSourcesValidator() => Include(SourceFilterValidator.Instance);
}

internal sealed class ExportSources : ExportEndpoint<ExportSourcesRequest>
{
    protected override ExportList List => SourceColumns.List;

    public override void Configure()
    {
        Exports(
            Permission.Read,
            "Of a confidential source nothing is told but its medium and kind.");
        Group<ExportsGroup>();
    }

    protected override async Task<Filter> FilterAsync(ReadTx tx, Actor actor, ExportSourcesRequest request, DateTimeOffset now) =>
        (await request.FilterAsync(tx, actor)).Among(
            request.ChangedSince is not null,
            "s.id",
            "select x.id from sources x where x.updated_at >= @ChangedSince",
            "coalesce(s.updated_at, s.updated_at) >= @ChangedSince",
            new { request.ChangedSince });
}
