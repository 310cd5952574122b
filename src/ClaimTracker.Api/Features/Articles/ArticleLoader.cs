namespace ClaimTracker.Api.Features.Articles;

/// <summary>Reads an article as the actor may see it: four queries, however long it is.</summary>
internal static class ArticleLoader
{
    private const string ArticleSql = $"select {ArticleRow.Columns} from articles a where a.id = @id";
    private const string VersionSql = "select version from article_versions where article_id = @id and version = @version";
    private const string SentencesSql = $"{SentenceRow.Sql} where p.article_id = @id and p.version = @version order by p.ordinal";

    /// <param name="tx">A read.</param>
    /// <param name="id">The article.</param>
    /// <param name="version">One of its versions, or null for the newest.</param>
    /// <param name="actor">Who reads it.</param>
    /// <returns>Null where there is no such article or version.</returns>
    public static async Task<ArticleResponse?> FindAsync(ReadTx tx, long id, int? version, Actor actor)
    {
        var article = await tx.FirstAsync<ArticleRow>(ArticleSql, new { id });
        if (article is null || (version is not null && !await tx.AnyAsync(VersionSql, new { id, version })))
        {
            return null;
        }

        var key = new { id, version = version ?? article.Version };
        var blocks = await tx.ListAsync<BlockRow>(BlockRow.Sql, key);
        var sentences = await SentenceReader.WithClaimsAsync(tx, await tx.ListAsync<SentenceRow>(SentencesSql, key), actor);
        return article.ToResponse(key.version, blocks, sentences);
    }
}
