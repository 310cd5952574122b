using ClaimTracker.Api.Domain.Hints;
using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record GetHintsRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>One of its versions; the newest, if left out.</summary>
    [QueryParam]
    public int? Version { get; init; }
}

/// <summary>What a checker may want to look at, in the order of the sentences.</summary>
internal sealed record HintsResponse
{
    public required long ArticleId { get; init; }

    /// <summary>The version that the offsets count in.</summary>
    public required int Version { get; init; }

    public required IReadOnlyList<HintResponse> Items { get; init; }
}

internal sealed class GetHints(Db db, VerdictHints verdicts) : Endpoint<GetHintsRequest, HintsResponse>
{
    private const string PublishedSql = "select published_on from articles where id = @Id";

    public override void Configure()
    {
        Get("{id}/hints");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Get hints: who said what, when";
            s.Description =
                "Reported speech with its speakers and hearers, dates as days, numbers with what they count, numbers that contradict each "
                + "other, and sentences that say otherwise than a published verdict (`against`). English only, and rather left out than "
                + "wrong. Dates need the article's `publishedOn`. Verdicts are looked up for the "
                + $"{VerdictHints.MostSentences} sentences that most deserve a check, for two seconds at most. Nothing is stored.";
        });
        Description(static d => d.Produces<HintsResponse>().ProducesProblem(404).RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(GetHintsRequest request, CancellationToken ct)
    {
        var length = await db.AskAsync(tx => VersionReader.LengthAsync(tx, request.Id, request.Version), ct);
        await MemoryShare.TakeAsync(HttpContext, (long)length * ArticleReader.BytesForCharacter);
        var (article, published) = await db.ReadAsync(
            async tx => (
                await VersionReader.FindAsync(tx, request.Id, request.Version),
                await tx.FirstAsync<string>(PublishedSql, new { request.Id })),
            ct);
        var sentences = article.Sentences.Select(static s => (s.Id, Sentence: s.ToText())).ToList();
        var hints = HintResponse.Of(sentences, published, article.Language);
        var against = HintFinder.Reads(article.Language)
            ? await verdicts.FindAsync(
                HttpContext.Actor(), article.Sentences.OrderByDescending(static s => s.Score).Select(static s => (s.Id, s.ToText())), ct)
            : [];
        var ordinals = article.Sentences.ToDictionary(static s => s.Id, static s => s.Ordinal);
        await Send.LargeResourceAsync(new HintsResponse
        {
            ArticleId = article.Id,
            Version = article.Version,
            Items = [.. hints.Concat(against).OrderBy(hint => ordinals[hint.Sentence])],
        });
    }
}
