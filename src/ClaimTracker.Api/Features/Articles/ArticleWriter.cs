using System.Security.Cryptography;
using System.Text.Json;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Writes an article: its facts, its first version, and the blocks and sentences of that.</summary>
internal static class ArticleWriter
{
    private const string ArticleSql = """
        insert into articles (
            version, url, url_key, title, title_key, byline, publisher, published_on, language, kind, external_app, external_id, deadline,
            created_by, created_at, updated_at)
        values (
            1, @Url, @UrlKey, @Title, @TitleKey, @Byline, @Publisher, @PublishedOn, @Language, @Kind, @ExternalApp, @ExternalId, @Deadline,
            @Actor, @Now, @Now)
        returning id
        """;

    public static async Task<long> InsertAsync(Change change, ArticleFacts given, PreparedText text)
    {
        var (facts, read) = (Complete(given, text.Read), text.Read);
        var id = await change.InsertAsync(ArticleSql, new
        {
            facts.Url,
            UrlKey = UrlKey.Of(facts.Url),
            facts.Title,
            TitleKey = TextKey.Of(facts.Title ?? ""),
            facts.Byline,
            facts.Publisher,
            facts.PublishedOn,
            facts.Language,
            facts.Kind,
            facts.ExternalApp,
            facts.ExternalId,
            facts.Deadline,
            Actor = change.Actor.Name,
            change.Now,
        });
        await VersionWriter.InsertFirstAsync(change, id, text);
        await change.RecordAsync(EventKind.ArticleCreated, Subject.Article(id), before: null, after: new
        {
            version = 1,
            facts,
            textSha256 = text.Digest,
            blocks = read.Blocks.Count,
            sentences = read.Sentences.Count,
        }, touched: [Subject.Version(id, 1)]);
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
