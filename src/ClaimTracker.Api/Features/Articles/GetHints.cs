using System.Globalization;
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

/// <summary>Something that a sentence says of who said what, when, or how many.</summary>
internal sealed record HintResponse
{
    public required HintKind Kind { get; init; }

    /// <summary>The sentence, by its id.</summary>
    public required long Sentence { get; init; }

    /// <summary>First code point in the text of the version.</summary>
    public required int Start { get; init; }

    /// <summary>End, exclusive: text[start..end) is exactly the text.</summary>
    public required int End { get; init; }

    /// <summary>Of an attribution, what is asserted.</summary>
    public required string Text { get; init; }

    /// <summary>Of an attribution: who says so, the outermost first.</summary>
    public required IReadOnlyList<HintSpeaker> Chain { get; init; }

    /// <summary>Of a date: the days that it means for an article of this day, and the rule by which they were worked out.</summary>
    public required HintDate? Date { get; init; }

    /// <summary>Of a number or a contradiction.</summary>
    public required HintNumber? Number { get; init; }

    /// <summary>Of a contradiction: the other number of the same thing, earlier in the text.</summary>
    public required OtherNumber? Other { get; init; }
}

/// <summary>A number elsewhere in the text, at its place.</summary>
internal sealed record OtherNumber(long Sentence, int Start, int End, string Text, double Value);

internal sealed class GetHints(Db db) : Endpoint<GetHintsRequest, HintsResponse>
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
                "Reported speech with its speakers and hearers, dates as days, numbers with what they count, and numbers that contradict "
                + "each other. English only, and rather left out than wrong. Dates need the article's `publishedOn`. Nothing is stored.";
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
        DateOnly? day = DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known)
            ? known
            : null;
        var hints = HintFinder.Find(article.Sentences.Select(static s => s.ToText()), day, article.Language);
        var ids = article.Sentences.ToDictionary(static s => s.Ordinal, static s => s.Id);
        await Send.LargeResourceAsync(new HintsResponse
        {
            ArticleId = article.Id,
            Version = article.Version,
            Items =
            [
                .. hints.Select(hint => new HintResponse
                {
                    Kind = hint.Kind,
                    Sentence = ids[hint.Sentence],
                    Start = hint.Start,
                    End = hint.End,
                    Text = hint.Text,
                    Chain = hint.Chain,
                    Date = hint.Date,
                    Number = hint.Number,
                    Other = hint.Other is { } o ? new OtherNumber(ids[o.Sentence], o.Start, o.End, o.Text, o.Value) : null,
                }),
            ],
        });
    }
}
