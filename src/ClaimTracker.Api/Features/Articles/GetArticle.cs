namespace ClaimTracker.Api.Features.Articles;

internal sealed record GetArticleRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>One of its versions; the newest, if left out.</summary>
    [QueryParam]
    public int? Version { get; init; }
}

internal sealed class GetArticle : ReadEndpoint<GetArticleRequest, ArticleResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "One article, with its blocks and sentences";
            s.Description = "Each sentence with its claims, their verdicts and the number of evidence records.";
        });
        Description(static d => d.Produces<ArticleResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<ArticleResponse> ReadAsync(ReadTx tx, Actor actor, GetArticleRequest request) =>
        await ArticleReader.FindAsync(tx, request.Id, actor, request.Version) ?? throw VersionReader.Missing(request.Id, request.Version);
}
