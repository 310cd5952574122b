using System.Security.Cryptography;
using System.Text.Json;
using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Data;
using ClaimTracker.Text;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Writes an article: its facts, its first version, and the blocks and sentences of that.</summary>
internal static class ArticleRecord
{
    private const string ArticleSql = """
        insert into articles (
            version, url, url_key, title, title_key, byline, publisher, published_on, language, kind, external_app, external_id, deadline,
            created_by, created_at, updated_at)
        values (
            1, @Url, @UrlKey, @Title, @TitleKey, @Byline, @Publisher, @PublishedOn, @Language, @Kind, @ExternalApp, @ExternalId, @Deadline,
            @actor, @Now, @Now)
        returning id
        """;

    private const string VersionSql = """
        insert into article_versions (article_id, version, text, text_sha256, created_by, created_at)
        values (@id, 1, @Text, @digest, @actor, @Now)
        """;

    private const string BlockSql = """
        insert into blocks (article_id, version, ordinal, type, start_offset, end_offset)
        values (@id, 1, @Ordinal, @Type, @Start, @End)
        """;

    private const string SentenceSql = """
        insert into sentences (article_id, text, score, score_components)
        values (@id, @Text, @Score, @Components)
        returning id
        """;

    private const string PositionSql = """
        insert into sentence_positions (article_id, version, ordinal, sentence_id, block_ordinal, start_offset, end_offset, prefix, suffix)
        values (@id, 1, @Ordinal, @SentenceId, @BlockOrdinal, @Start, @End, @Prefix, @Suffix)
        """;

    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    public static async Task<long> InsertAsync(WriteTx tx, string actor, ArticleFacts given, ReadArticle read)
    {
        var facts = Complete(given, read);
        var digest = Digest(read.Text);
        var id = await tx.InsertAsync(ArticleSql, new
        {
            facts.Url,
            UrlKey = facts.Url is null ? null : UrlKey.Of(facts.Url),
            facts.Title,
            TitleKey = TextKey.Of(facts.Title ?? ""),
            facts.Byline,
            facts.Publisher,
            facts.PublishedOn,
            facts.Language,
            Kind = facts.Kind!.Value.ToWord(),
            facts.ExternalApp,
            facts.ExternalId,
            facts.Deadline,
            actor,
            tx.Now,
        });
        await tx.ExecuteAsync(VersionSql, new { id, read.Text, digest, actor, tx.Now });
        await tx.ExecuteAsync(BlockSql, read.Blocks.Select(b => new { id, b.Ordinal, Type = b.Type.ToWord(), b.Start, b.End }));
        await InsertAsync(tx, id, read.Sentences, facts.Language!);
        await tx.RecordAsync(actor, "article.created", $"article/{id}", before: null, after: new
        {
            version = 1,
            facts,
            textSha256 = digest,
            blocks = read.Blocks.Count,
            sentences = read.Sentences.Count,
        });
        return id;
    }

    private static async Task InsertAsync(WriteTx tx, long id, IReadOnlyList<TextSentence> sentences, string language)
    {
        var ids = await tx.InsertAllAsync(SentenceSql, sentences.Select(sentence =>
        {
            var worth = CheckWorthiness.Score(sentence.Text, language);
            return new { id, sentence.Text, worth.Score, Components = JsonSerializer.Serialize(worth.Components, ApiJson.Options) };
        }));
        await tx.ExecuteAsync(PositionSql, sentences.Zip(ids, (sentence, sentenceId) => new
        {
            id,
            sentence.Ordinal,
            SentenceId = sentenceId,
            sentence.BlockOrdinal,
            sentence.Start,
            sentence.End,
            sentence.Prefix,
            sentence.Suffix,
        }));
    }

    // What the sender said stands; what it left out is taken from the text, where it fits.
    private static ArticleFacts Complete(ArticleFacts given, ReadArticle read) => new()
    {
        Url = given.Url,
        Title = given.Title ?? Fitting(read.Title, Limits.Title),
        Byline = given.Byline ?? Fitting(read.Byline, Limits.Text),
        Publisher = given.Publisher,
        PublishedOn = given.PublishedOn ?? read.PublishedOn,
        Language = given.Language ?? read.Language,
        Kind = given.Kind ?? ArticleKind.Published,
        ExternalApp = given.ExternalApp,
        ExternalId = given.ExternalId,
        Deadline = given.Deadline,
    };

    private static string? Fitting(string? text, int max) => string.IsNullOrWhiteSpace(text) || CodePoints.Count(text) > max ? null : text;
}
