namespace ClaimTracker.Api.Features.Articles;

internal sealed record GetClearanceAsDocxRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class GetClearanceAsDocx(Db db, TimeProvider time) : Endpoint<GetClearanceAsDocxRequest>
{
    private const string Disposition = "attachment";
    private const string Ending = "docx";

    public override void Configure()
    {
        Get("{id}/clearance.docx");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "An article with comments, as a document";
            s.Description =
                "The newest text, with a comment at each sentence that has claims or is open: the verdict, its evidence, and what must "
                + "change. For the desk, open citations are comments too.";
        });
        Description(
            static d => d.Produces<byte[]>(200, ClearanceFiles.Docx).SendsName(Disposition, Ending).ProducesProblem(404).RunsHeavy(),
            clearDefaults: true);
    }

    public override async Task HandleAsync(GetClearanceAsDocxRequest request, CancellationToken ct)
    {
        var clearance = await ClearanceFiles.ReadAsync(HttpContext, db, request.Id, ct);
        ClearanceFiles.Name(HttpContext, Disposition, request.Id, Ending, time.GetUtcNow());
        await Send.LargeStreamAsync(stream => ClearanceDocx.Write(stream, clearance), ClearanceFiles.Docx);
    }
}
