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
    public required int Version { get; init; }

    /// <summary>SHA-256 of its text as UTF-8, in lower-case hex.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>The number of its sentences.</summary>
    public required int Sentences { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ListVersionsValidator : PageRequestValidator<ListVersionsRequest>;

internal sealed class ListVersions : ListEndpoint<ListVersionsRequest, VersionSummary>
{
    private const string Columns = """
        v.version,
        v.text_sha256,
        (select count(*) from version_sentences p where p.article_id = v.article_id and p.version = v.version) as sentences,
        v.created_by,
        v.created_at
        """;

    private const string ArticleSql = "select version from articles where id = @Id";

    public override void Configure()
    {
        Get("{id}/versions");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "The versions of an article";
            s.Description = "The oldest first. The text of each is at `/articles/{id}/text?version=`.";
        });
        Description(static d => d.Produces<Page<VersionSummary>>().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListVersionsRequest request) => SortColumn.ById("v.version");

    public override async Task<Page<VersionSummary>> ReadAsync(ReadTx tx, Actor actor, ListVersionsRequest request, Keyset keyset)
    {
        if (!await tx.AnyAsync(ArticleSql, new { request.Id }))
        {
            throw Subject.Article(request.Id).ToNotFound();
        }

        var filter = new Filter().Equal("v.article_id", request.Id);
        return await tx.PageAsync(
            keyset, new PageQuery<VersionSummary>(Columns, "article_versions v", filter, static version => (null, version.Version)));
    }
}
