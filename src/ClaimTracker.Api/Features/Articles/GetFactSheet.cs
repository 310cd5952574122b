using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record GetFactSheetRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }
}

/// <summary>The fact sheet as JSON, or in the form that Accept names.</summary>
internal sealed class GetFactSheet(Db db) : Endpoint<GetFactSheetRequest, FactSheetResponse>
{
    public override void Configure()
    {
        Get("{id}/factsheet");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "The fact sheet of an article";
            s.Description =
                "Line by line: the sentence, its claims, their verdicts with evidence, the readers, and the outcome. As JSON; as CSV or a "
                + "page to print if Accept prefers `text/csv` or `text/html`, or at `factsheet.csv` and `factsheet.html`.";
        });
        Description(static d => d.Produces<FactSheetResponse>().ProducesProblem(404).RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(GetFactSheetRequest request, CancellationToken ct)
    {
        HttpContext.Response.Headers.AppendCommaSeparatedValues("Vary", "Accept");
        var sheet = await FactSheetFiles.ReadAsync(HttpContext, db, request.Id, ct);
        await (FactSheetFiles.Preferred(HttpContext.Request) switch
        {
            FactSheetForm.Csv => FactSheetFiles.SendCsvAsync(Send, sheet, Formulas.Escaped),
            FactSheetForm.Html => FactSheetFiles.SendPageAsync(Send, sheet),
            _ => Send.LargeResourceAsync(sheet),
        });
    }
}
