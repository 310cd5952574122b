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
    public override void Configure()
    {
        Get("{id}/text");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s => s.Summary = "The text of an article, to the byte");
        Description(static d => d.Produces<string>(200, "text/plain").ProducesProblem(404), clearDefaults: true);
    }

    public override async Task HandleAsync(GetArticleTextRequest request, CancellationToken ct) =>
        await Send.TextAsync(await db.ReadAsync(tx => VersionReader.TextAsync(tx, request.Id, request.Version), ct));
}
