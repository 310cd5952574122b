namespace ClaimTracker.Api.Features.Articles;

/// <summary>Writes articles: the facts of an article, its first version, and the blocks and sentences of that.</summary>
internal static class ArticleWriter
{
    private const string InsertSql = """
        insert into articles (
            version, url, url_key, title, title_key, byline, publisher, published_on, language, kind, external_app, external_id, deadline,
            created_by, created_at, updated_at)
        values (
            1, @Url, @UrlKey, @Title, @TitleKey, @Byline, @Publisher, @PublishedOn, @Language, @Kind, @ExternalApp, @ExternalId, @Deadline,
            @Actor, @Now, @Now)
        returning id
        """;

    /// <summary>Adds an article, with its event.</summary>
    public static async Task<long> InsertAsync(Change change, PreparedArticle article)
    {
        var (facts, text) = (article.Facts, article.Text);
        var id = await change.InsertAsync(InsertSql, new
        {
            facts.Url,
            article.UrlKey,
            facts.Title,
            article.TitleKey,
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
        var digest = await VersionWriter.InsertFirstAsync(change, id, text);
        await change.RecordAsync(EventKind.ArticleCreated, Subject.Article(id), before: null, after: new
        {
            version = 1,
            facts,
            textSha256 = text.Digest,
            blocks = text.Read.Blocks.Count,
            sentences = text.Read.Sentences.Count,
        }, known: new Dictionary<Subject, string> { [Subject.Version(id, 1)] = digest });
        return id;
    }
}
