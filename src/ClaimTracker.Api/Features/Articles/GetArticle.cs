using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record GetArticleRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>One of its versions; the newest, if left out.</summary>
    [QueryParam]
    public int? Version { get; init; }
}

internal sealed class GetArticle(Db db) : Endpoint<GetArticleRequest, ArticleResponse>
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

    public override async Task HandleAsync(GetArticleRequest request, CancellationToken ct)
    {
        var length = await db.AskAsync(tx => VersionReader.LengthAsync(tx, request.Id, request.Version), ct);
        await MemoryShare.TakeAsync(HttpContext, (long)length * ArticleReader.BytesForCharacter);
        await Send.LargeResourceAsync(await db.ReadAsync(
            async tx => await ArticleReader.FindAsync(tx, request.Id, HttpContext.Actor(), request.Version)
                ?? throw VersionReader.Missing(request.Id, request.Version),
            ct));
    }
}
