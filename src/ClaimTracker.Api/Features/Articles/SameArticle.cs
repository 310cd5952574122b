namespace ClaimTracker.Api.Features.Articles;

/// <summary>Finds the article that is handed in again, and the one that has what another is to have alone.</summary>
internal static class SameArticle
{
    // The same words at two addresses are two articles: a wire story has many homes.
    private const string SameTextSql = """
        select a.id
        from article_versions v
        join articles a on a.id = v.article_id and a.version = v.version
        where v.text_sha256 in @digests and (@UrlKey is null or a.url_key is null or a.url_key = @UrlKey)
        order by
            case when a.url_key = @UrlKey then 0 else 1 end,
            case when v.text_sha256 = @Digest then 0 else 1 end,
            a.id
        limit 1
        """;

    private const string SameUrlSql = "select id from articles where url_key = @UrlKey";
    private const string SameExternalSql = "select id from articles where external_app = @ExternalApp and external_id = @ExternalId";

    /// <returns>The article that has this text, or null.</returns>
    /// <exception cref="ProblemException">409: an article has this address or external id, and another text.</exception>
    public static async Task<long?> FindAsync(ReadTx tx, PreparedArticle article)
    {
        var (facts, digests) = (article.Facts, article.SameDigests.ToArray()); // An array: PostgreSQL takes no other list.
        if (await tx.FirstAsync<long?>(SameTextSql, new { digests, article.Text.Digest, article.UrlKey }) is { } same)
        {
            return same;
        }

        if (await WithUrlAsync(tx, facts) is { } there)
        {
            throw Problem.Conflict($"Article {there} has this address and another text.", Subject.Article(there).Address);
        }

        if (await WithExternalIdAsync(tx, facts) is { } other)
        {
            throw Problem.Conflict(
                $"Article {other} has the external id {facts.ExternalId} of {facts.ExternalApp}, and another text.",
                Subject.Article(other).Address);
        }

        return null;
    }

    /// <summary>Refuses facts of an article that belong to another.</summary>
    /// <exception cref="ProblemException">409: another article has the address or the external id.</exception>
    public static async Task RefuseAsync(ReadTx tx, long own, ArticleFacts facts)
    {
        if (await WithUrlAsync(tx, facts) is { } there && there != own)
        {
            throw Problem.Conflict($"Article {there} has this address.", Subject.Article(there).Address);
        }

        if (await WithExternalIdAsync(tx, facts) is { } other && other != own)
        {
            throw Problem.Conflict(
                $"Article {other} has the external id {facts.ExternalId} of {facts.ExternalApp}.", Subject.Article(other).Address);
        }
    }

    private static async Task<long?> WithUrlAsync(ReadTx tx, ArticleFacts facts) =>
        facts.Url is null ? null : await tx.FirstAsync<long?>(SameUrlSql, new { UrlKey = UrlKey.Of(facts.Url) });

    private static async Task<long?> WithExternalIdAsync(ReadTx tx, ArticleFacts facts) => facts.ExternalId is null
        ? null
        : await tx.FirstAsync<long?>(SameExternalSql, new { facts.ExternalApp, facts.ExternalId });
}
