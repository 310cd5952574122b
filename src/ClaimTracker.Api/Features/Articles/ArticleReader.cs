using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Reads articles as the actor may see them: two queries for an article, however long it is.</summary>
internal static class ArticleReader
{
    public const string Columns = $"""
        a.id,
        a.version,
        a.url,
        a.title,
        a.byline,
        a.publisher,
        a.published_on,
        a.language,
        a.kind,
        a.external_app,
        a.external_id,
        a.deadline,
        a.assignee,
        a.archived_at is not null as archived,
        a.erased_at is not null as erased,
        a.erased_at,
        {FieldRows.OfArticleSql} as fields,
        a.created_at,
        a.updated_at
        """;

    /// <summary>Memory that an article takes until it is JSON, for each character of its text: one of very short sentences.</summary>
    public const int BytesForCharacter = 64;

    private const string ByIdSql = $"select {Columns} from articles a where a.id = @id";

    private const string WithBlocksSql = $"""
        select {Columns}, {VersionReader.BlocksOfArticleSql} as blocks, {VersionReader.ReadingOfArticleSql} as reading, a.set_apart
        from articles a
        where a.id = @id
        """;

    /// <summary>An article without its blocks and sentences; null if it does not exist.</summary>
    public static Task<ArticleSummary?> FindSummaryAsync(ReadTx tx, long id) => tx.FirstAsync<ArticleSummary>(ByIdSql, new { id });

    /// <param name="tx">A read.</param>
    /// <param name="id">The article.</param>
    /// <param name="actor">The user who reads it.</param>
    /// <param name="version">One of its versions, or null for the newest.</param>
    /// <returns>Null if the article does not exist.</returns>
    /// <exception cref="ProblemException">404: the article does not have this version.</exception>
    public static async Task<ArticleResponse?> FindAsync(ReadTx tx, long id, Actor actor, int? version = null)
    {
        // The row has no sentences yet.
        if (await tx.FirstAsync<ArticleResponse>(WithBlocksSql, new { id, version }) is not { } article)
        {
            return null;
        }

        var shown = version is null ? article.Version : await VersionReader.NumberAsync(tx, id, version);
        return article with { Version = shown, Sentences = await SentenceReader.FindAllAsync(tx, id, shown, actor) };
    }
}
