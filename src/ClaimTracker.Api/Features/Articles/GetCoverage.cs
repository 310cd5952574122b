namespace ClaimTracker.Api.Features.Articles;

internal sealed class GetCoverage : ReadEndpoint<OneRequest, CoverageResponse>
{
    public override void Configure()
    {
        Get("{id}/coverage");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Coverage: what is left, and what blocks publication";
            s.Description = "Of the newest version. All of it is read at one moment, so the counts always add up.";
        });
        Description(static d => d.Produces<CoverageResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<CoverageResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await CoverageReader.FindAsync(tx, request.Id)).OrNotFound(Subject.Article(request.Id));
}
