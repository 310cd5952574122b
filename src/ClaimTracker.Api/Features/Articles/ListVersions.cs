using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record ListVersionsRequest : PageRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }
}

/// <summary>A version of an article.</summary>
internal sealed record VersionSummary
{
    public int Version { get; init; }

    /// <summary>Of the UTF-8 of its text, in hex.</summary>
    public string TextSha256 { get; init; } = "";

    public int Sentences { get; init; }

    public string CreatedBy { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ListVersionsValidator : PageRequestValidator<ListVersionsRequest>;

internal sealed class ListVersions(Db db) : Endpoint<ListVersionsRequest, Page<VersionSummary>>
{
    private const string ArticleSql = "select version from articles where id = @Id";

    public override void Configure()
    {
        Get("/articles/{id}/versions");
        Group<ArticlesGroup>();
        Description(static d => d.For(Permission.Read).Says("The versions of an article", "The first one first. The text of each is at `/articles/{id}/text?version=`.").Gives<Page<VersionSummary>>().Refuses(404));
    }

    public override async Task HandleAsync(ListVersionsRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, SortColumn.ById("v.version"));
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset), ct));
    }

    private static async Task<Page<VersionSummary>> ReadAsync(ReadTx tx, ListVersionsRequest request, Keyset keyset)
    {
        var newest = await tx.FirstAsync<int?>(ArticleSql, new { request.Id }) ?? throw Problem.NotFound("article", request.Id);
        var sql = $"""
            select
                v.version,
                v.text_sha256,
                (select count(*) from sentence_positions p where p.article_id = v.article_id and p.version = v.version) as sentences,
                v.created_by,
                v.created_at
            from article_versions v
            {keyset.Continue(new SqlWhere().If(true, "v.article_id = @Id"))}
            {keyset.OrderBy}
            limit @Take
            """;
        var (rows, next) = keyset.Cut(await tx.ListAsync<VersionSummary>(sql, keyset.AddTo(new(new { request.Id }))), static row => (null, row.Version));
        return new Page<VersionSummary>(rows, next) { Total = request.Count == true ? newest : null };
    }
}
