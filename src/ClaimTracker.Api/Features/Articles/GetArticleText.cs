using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record GetArticleTextRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>One of its versions; the newest, if left out.</summary>
    [QueryParam]
    public int? Version { get; init; }
}

internal sealed class GetArticleText(Db db) : Endpoint<GetArticleTextRequest>
{
    private const string Sql = """
        select v.text
        from articles a
        join article_versions v on v.article_id = a.id and v.version = coalesce(@Version, a.version)
        where a.id = @Id
        """;

    public override void Configure()
    {
        Get("/articles/{id}/text");
        Group<ArticlesGroup>();
        Description(static d => d.For(Permission.Read).Says("The text of an article, to the byte").Gives<string>("text/plain").Refuses(404));
    }

    public override async Task HandleAsync(GetArticleTextRequest request, CancellationToken ct)
    {
        var text = await db.ReadAsync(tx => tx.FirstAsync<string>(Sql, request), ct);
        await Send.TextAsync(text.OrNotFound(request.Version is { } version ? $"version {version} of article" : "article", request.Id));
    }
}
