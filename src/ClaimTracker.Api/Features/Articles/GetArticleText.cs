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
        Get("{id}/text");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s => s.Summary = "The text of an article, to the byte");
        Description(static d => d.Produces<string>(200, "text/plain").ProducesProblem(404), clearDefaults: true);
    }

    public override async Task HandleAsync(GetArticleTextRequest request, CancellationToken ct)
    {
        var text = await db.ReadAsync(tx => tx.FirstAsync<string>(Sql, request), ct);
        await Send.TextAsync(text.OrNoVersion(request.Id, request.Version));
    }
}
