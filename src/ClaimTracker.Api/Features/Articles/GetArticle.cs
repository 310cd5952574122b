using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

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
        Get("/articles/{id}");
        Group<ArticlesGroup>();
        Description(static d => d
            .For(Permission.Read)
            .Says("One article, with its blocks and sentences", "Each sentence with its claims, their verdict and the number of evidence records.")
            .Gives<ArticleResponse>().Refuses(404));
    }

    public override async Task HandleAsync(GetArticleRequest request, CancellationToken ct)
    {
        var article = await db.ReadAsync(tx => ArticleLoader.FindAsync(tx, request.Id, request.Version, HttpContext.Actor()), ct);
        await Send.ResourceAsync(article.OrNotFound(request.Version is { } version ? $"version {version} of article" : "article", request.Id));
    }
}
