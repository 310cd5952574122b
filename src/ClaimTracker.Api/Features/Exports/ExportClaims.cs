using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Exports;

internal sealed record ExportClaimsRequest : ClaimFilter, IExportRequest
{
    /// <summary>The columns that the file is to have, such as <c>claim,status,rating</c>, in this order. Left out, it has all.</summary>
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

internal sealed class ExportClaimsValidator : Validator<ExportClaimsRequest>
{
    public ExportClaimsValidator() => Include(ClaimFilterValidator.Instance);
}

internal sealed class ExportClaims : ExportEndpoint<ExportClaimsRequest>
{
    protected override ExportList List => ClaimColumns.List;

    public override void Configure()
    {
        Exports(
            Permission.Read,
            "Each claim has the verdict that speaks for it, and all sentences that make it, with their articles.");
        Group<ExportsGroup>();
    }

    protected override async Task<Filter> FilterAsync(ReadTx tx, Actor actor, ExportClaimsRequest request, DateTimeOffset now) =>
        await (await request.FilterAsync(tx, actor, now))
            .If(true, "c.status is not null")
            .Among(
                request.ChangedSince is not null,
                "c.id",
                "select x.id from claims x where x.updated_at >= @ChangedSince",
                "coalesce(c.updated_at, c.updated_at) >= @ChangedSince",
                new { request.ChangedSince })
            .OnlyOfListAsync(tx, actor, request.List, now);
}
