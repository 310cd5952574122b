namespace ClaimTracker.Api.Features.Articles;

internal sealed class GetClearanceAsHtml(Db db, TimeProvider time) : Endpoint<GetClearanceAsDocxRequest>
{
    private const string Disposition = "inline";
    private const string Ending = "html";

    public override void Configure()
    {
        Get("{id}/clearance.html");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s => s.Summary = "An article with notes, to print");
        Description(
            static d => d.Produces<string>(200, ClearanceFiles.Page).SendsName(Disposition, Ending).ProducesProblem(404).RunsHeavy(),
            clearDefaults: true);
    }

    public override async Task HandleAsync(GetClearanceAsDocxRequest request, CancellationToken ct)
    {
        var clearance = await ClearanceFiles.ReadAsync(HttpContext, db, request.Id, ct);
        ClearanceFiles.Name(HttpContext, Disposition, request.Id, Ending, time.GetUtcNow());
        HttpContext.Response.Headers.ContentSecurityPolicy = ClearancePage.Policy;
        await Send.LargeFileAsync(output => ClearancePage.Write(output, clearance), ClearanceFiles.Page + "; charset=utf-8");
    }
}
