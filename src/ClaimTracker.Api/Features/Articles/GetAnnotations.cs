using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Articles;

internal sealed class GetAnnotations(Db db, ReviewPublisher publisher) : Endpoint<OneRequest>
{
    private const string ArticleSql = "select coalesce(url, '') from articles where id = @Id";

    private const string Sql = """
        select
            p.sentence_id,
            p.start_offset as start,
            p.end_offset as stop,
            p.prefix,
            p.suffix,
            s.text,
            c.id as claim_id,
            c.text as claim,
            v.id as verdict_id,
            r.name as rating,
            v.published_at
        from articles a
        join version_sentences p on p.article_id = a.id and p.version = a.version
        join sentences s on s.id = p.sentence_id
        join sentence_claims l on l.sentence_id = s.id
        join claims c on c.id = l.claim_id
        left join verdicts v on v.current_claim_id = c.id and v.house
        left join ratings r on r.id = v.rating_id
        where a.id = @Id
        order by p.start_offset, c.id
        """;

    public override void Configure()
    {
        Get("{id}/annotations");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Web Annotations of an article";
            s.Description =
                "An AnnotationPage of the W3C in JSON-LD: one annotation for each claim of a sentence of the newest version, with the "
                + "house verdict if it is published. The target is the address of the article; the selectors quote the sentence and give "
                + "its place in code points of the text.";
        });
        Description(static d => d.Produces<JsonObject>(200, "application/ld+json").ProducesProblem(404).RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(OneRequest request, CancellationToken ct)
    {
        var article = Subject.Article(request.Id);
        var (url, rows) = await db.ReadAsync(
            async tx => (
                (await tx.FirstAsync<string>(ArticleSql, new { request.Id })).OrNotFound(article),
                await tx.ListAsync<Row>(Sql, new { request.Id })),
            ct);
        var address = publisher.AddressOf(HttpContext.Request, article.Address);
        var source = url.Length > 0 ? url : address;
        var page = new JsonObject
        {
            ["@context"] = "http://www.w3.org/ns/anno.jsonld",
            ["id"] = $"{address}/annotations",
            ["type"] = "AnnotationPage",
            ["items"] = new JsonArray([.. rows.Select(row => (JsonNode)Annotation(row, address, source))]),
        };
        await Send.ResourceAsync(JsonSerializer.SerializeToUtf8Bytes(page, ApiJson.Options), "application/ld+json");
    }

    private JsonObject Annotation(Row row, string address, string source)
    {
        var bodies = new JsonArray(Body(row.Claim, "describing"));
        if (row.Rating is { } rating)
        {
            bodies.Add((JsonNode)Body(rating, "classifying"));
            bodies.Add((JsonNode)new JsonObject
            {
                ["id"] = publisher.AddressOf(HttpContext.Request, PublicReview.PathOf(row.VerdictId!.Value)),
                ["type"] = "Text",
                ["format"] = "text/html",
                ["purpose"] = "assessing",
            });
        }

        var annotation = new JsonObject
        {
            ["id"] = string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{address}/annotations#{row.SentenceId}-{row.ClaimId}"),
            ["type"] = "Annotation",
            ["motivation"] = row.Rating is null ? "describing" : "assessing",
            ["body"] = bodies,
            ["target"] = new JsonObject
            {
                ["source"] = source,
                ["selector"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "TextQuoteSelector",
                        ["exact"] = row.Text,
                        ["prefix"] = row.Prefix,
                        ["suffix"] = row.Suffix,
                    },
                    new JsonObject { ["type"] = "TextPositionSelector", ["start"] = row.Start, ["end"] = row.Stop }),
            },
        };
        if (row.PublishedAt is { } at)
        {
            annotation["modified"] = InstantConverter.Format(at);
        }

        return annotation;
    }

    private static JsonObject Body(string value, string purpose) => new()
    {
        ["type"] = "TextualBody",
        ["value"] = value,
        ["format"] = "text/plain",
        ["purpose"] = purpose,
    };

    private sealed record Row
    {
        public required long SentenceId { get; init; }

        public required int Start { get; init; }

        public required int Stop { get; init; }

        public required string Prefix { get; init; }

        public required string Suffix { get; init; }

        public required string Text { get; init; }

        public required long ClaimId { get; init; }

        public required string Claim { get; init; }

        public required long? VerdictId { get; init; }

        public required string? Rating { get; init; }

        public required DateTimeOffset? PublishedAt { get; init; }
    }
}
