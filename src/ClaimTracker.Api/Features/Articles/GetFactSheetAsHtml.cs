namespace ClaimTracker.Api.Features.Articles;

internal sealed class GetFactSheetAsHtml(Db db) : Endpoint<GetFactSheetRequest>
{
    public override void Configure()
    {
        Get("{id}/factsheet.html");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s => s.Summary = "The fact sheet of an article, to print");
        Description(static d => d.Produces<string>(200, "text/html").ProducesProblem(404).RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(GetFactSheetRequest request, CancellationToken ct) =>
        await FactSheetFiles.SendPageAsync(Send, await FactSheetFiles.ReadAsync(HttpContext, db, request.Id, ct));
}
