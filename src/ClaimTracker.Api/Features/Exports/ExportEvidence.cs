using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Exports;

internal sealed record ExportEvidenceRequest : EvidenceFilter, IExportRequest
{
    /// <summary>
    /// The columns that the file is to have, such as <c>claim,stance,excerpt,source_url</c>, in this order. Left out, it has all.
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

    /// <summary>Those that were changed at this instant or later, so that an earlier file can be brought up to date.</summary>
    [QueryParam]
    public DateTimeOffset? ChangedSince { get; init; }
}

internal sealed class ExportEvidenceValidator : Validator<ExportEvidenceRequest>
{
    public ExportEvidenceValidator() => Include(EvidenceFilterValidator.Instance);
}

internal sealed class ExportEvidence : ExportEndpoint<ExportEvidenceRequest>
{
    protected override ExportList List => EvidenceColumns.List;

    public override void Configure()
    {
        Exports(
            Permission.Read,
            "A row for each claim that a record bears on. Of a confidential source nothing is told but its medium and kind.");
        Group<ExportsGroup>();
    }

    protected override Task<Filter> FilterAsync(
        ReadTx tx, Actor actor, ExportEvidenceRequest request, DateTimeOffset now) => Task.FromResult(
        request.Filter(actor).Among(
            request.ChangedSince is not null,
            "e.id",
            "select x.id from evidence x where x.updated_at >= @ChangedSince",
            "coalesce(e.updated_at, e.updated_at) >= @ChangedSince",
            new { request.ChangedSince }));
}
