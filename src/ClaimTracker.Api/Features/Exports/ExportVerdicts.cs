using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

internal sealed record ExportVerdictsRequest : VerdictFilter, IExportRequest
{
    /// <summary>
    /// The columns that the file is to have, such as <c>claim,rating,review_url</c>, in this order. Left out, it has all.
    /// </summary>
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

    /// <summary>
    /// Those that were changed at this instant or later, with those that were corrected or retracted since: an earlier file is brought up
    /// to date.
    /// </summary>
    [QueryParam]
    public DateTimeOffset? ChangedSince { get; init; }
}

internal sealed class ExportVerdictsValidator : Validator<ExportVerdictsRequest>
{
    public ExportVerdictsValidator() => Include(VerdictFilterValidator.Instance);
}

internal sealed class ExportVerdicts : ExportEndpoint<ExportVerdictsRequest>
{
    protected override ExportList List => VerdictColumns.List;

    protected override ExportList? SecondSheet => VerdictColumns.Evidence;

    public override void Configure()
    {
        Exports(
            Permission.ReadPublished,
            "Published verdicts, unless `state` or `changedSince` says otherwise. The desk gets a column for each of its own fields: "
            + "field_topic if claims have it, article_field_topic if articles do. xlsx has the evidence on a sheet of its own.");
        Group<ExportsGroup>();
    }

    protected override async Task<Filter> FilterAsync(ReadTx tx, Actor actor, ExportVerdictsRequest request, DateTimeOffset now)
    {
        var filter = await (await Wanted(request).FilterAsync(tx, actor, now))
            .Among(
                request.ChangedSince is not null,
                "v.id",
                "select x.id from verdicts x where x.updated_at >= @ChangedSince",
                "coalesce(v.updated_at, v.updated_at) >= @ChangedSince",
                new { request.ChangedSince })
            .OnlyOnListAsync(tx, actor, request.List, now);
        filter.Parameters.AddDynamicParams(new { request.ArticleId, IsAsOf = request.AsOf is not null });
        return filter;
    }

    // Of what was changed also what was published before.
    private static VerdictFilter Wanted(ExportVerdictsRequest request) =>
        request is { ChangedSince: not null, State: null, AsOf: null }
            ? request with { State = [VerdictState.Published, VerdictState.Superseded, VerdictState.Retracted] }
            : request.OrPublished();
}
