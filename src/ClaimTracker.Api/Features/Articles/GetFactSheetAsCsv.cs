namespace ClaimTracker.Api.Features.Articles;

internal sealed record GetFactSheetAsCsvRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>escaped (an apostrophe before each formula) if left out; raw is for machines.</summary>
    [QueryParam]
    public Formulas? Formulas { get; init; }
}

internal sealed class GetFactSheetAsCsv(Db db) : Endpoint<GetFactSheetAsCsvRequest>
{
    public override void Configure()
    {
        Get("{id}/factsheet.csv");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "The fact sheet of an article as CSV";
            s.Description = "One row for each claim of a sentence, and one for each sentence without claims.";
        });
        Description(
            static d => d.Produces<string>(200, "text/csv")
                .SendsHeader("Content-Disposition", "`attachment; filename=\"factsheet-1.csv\"` (RFC 6266), with the id of the article.")
                .ProducesProblem(404)
                .RunsHeavy(),
            clearDefaults: true);
    }

    public override async Task HandleAsync(GetFactSheetAsCsvRequest request, CancellationToken ct) => await FactSheetFiles.SendCsvAsync(
        Send, await FactSheetFiles.ReadAsync(HttpContext, db, request.Id, ct), request.Formulas ?? Formulas.Escaped);
}
