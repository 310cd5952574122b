using System.Security.Cryptography;
using System.Text.Json;
using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Events;
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
        await VersionRecord.InsertFirstAsync(tx, actor, id, read, facts.Language!);
        await tx.RecordAsync(actor, "article.created", $"article/{id}", before: null, after: new
        {
            version = 1,
            facts,
            textSha256 = digest,
            blocks = read.Blocks.Count,
            sentences = read.Sentences.Count,
        }, touched: [Projections.Version(id, 1)]);
        return id;
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
