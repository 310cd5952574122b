using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Writes articles: the facts of an article, and its first version with its blocks and sentences.</summary>
internal static class ArticleWriter
{
    private const string InsertSql = """
        insert into articles (
            version, url, url_key, title, title_key, byline, publisher, published_on, language, kind, external_app, external_id, deadline,
            created_by, created_at, updated_at, set_apart)
        values (
            1, @Url, @UrlKey, @Title, @TitleKey, @Byline, @Publisher, @PublishedOn, @Language, @Kind, @ExternalApp, @ExternalId, @Deadline,
            @Actor, @Now, @Now, @SetApart)
        returning id
        """;

    private const string UpdateSql = """
        update articles
        set url = @Url,
            url_key = @UrlKey,
            title = @Title,
            title_key = @TitleKey,
            byline = @Byline,
            publisher = @Publisher,
            published_on = @PublishedOn,
            language = @Language,
            kind = @Kind,
            external_app = @ExternalApp,
            external_id = @ExternalId,
            deadline = @Deadline,
            assigned_at = case when @Assignee is null then null when assignee = @Assignee then assigned_at else @Now end,
            assignee = @Assignee,
            archived_at = case when @Archived then coalesce(archived_at, @Now) end,
            updated_at = @Now
        where id = @id
        """;

    /// <summary>Adds an article, with its event.</summary>
    /// <exception cref="ProblemException">400: a value of a field has the wrong form, or is missing.</exception>
    public static async Task<long> InsertAsync(Change change, PreparedArticle article)
    {
        var (facts, text) = (article.Facts, article.Text);
        var fields = await FieldTexts.OfNewAsync(change, FieldSubject.Article, facts.Fields);
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
            text.SetApart,
        });
        await FieldRows.InsertAsync(change, FieldSubject.Article, FieldRows.Of(id, fields));
        var digest = await VersionWriter.InsertFirstAsync(change, id, text);
        await change.RecordAsync(EventKind.ArticleCreated, Subject.Article(id), before: null, after: new
        {
            version = 1,
            facts,
            textSha256 = text.Digest,
            blocks = text.Read.Blocks.Count,
            sentences = text.Read.Sentences.Count,
            citations = text.Citations.Count,
        }, known: new Dictionary<Subject, string?> { [Subject.Version(id, 1)] = digest });
        return id;
    }

    /// <summary>Replaces the facts of an article, with an event. A refusal comes before anything is written.</summary>
    /// <exception cref="ProblemException">
    /// 400: a value of a field has the wrong form, or a required one would go. 409: another article has the new address or external id.
    /// </exception>
    public static async Task UpdateAsync(Change change, long id, ArticleBody before, ArticleBody after)
    {
        await SameArticle.RefuseAsync(change, id, after);
        var fields = await FieldTexts.OfEditedAsync(change, FieldSubject.Article, before.Fields, after.Fields);
        await change.ExecuteAsync(UpdateSql, new
        {
            id,
            after.Url,
            UrlKey = UrlKey.Of(after.Url),
            after.Title,
            TitleKey = TextKey.Of(after.Title ?? ""),
            after.Byline,
            after.Publisher,
            after.PublishedOn,
            after.Language,
            after.Kind,
            after.ExternalApp,
            after.ExternalId,
            after.Deadline,
            Assignee = after.Assignee?.Name,
            Archived = after.Archived ?? false,
            change.Now,
        });
        await FieldRows.ReplaceAsync(change, FieldSubject.Article, id, fields);
        await change.RecordAsync(EventKind.ArticleEdited, Subject.Article(id), before, after);
    }
}
