namespace ClaimTracker.Api.Domain.ImportedReviews;

/// <summary>Reads reviews of other publishers.</summary>
internal static class ImportedReviewReader
{
    public const string Columns = """
        r.id,
        r.url,
        r.title,
        r.publisher,
        r.site,
        r.claim,
        r.claimant,
        r.claim_date,
        r.reviewed_at,
        r.changed_at,
        r.language,
        r.rating,
        r.rating_value,
        r.best_rating,
        r.worst_rating,
        r.normalised,
        r.appearances,
        r.feed_url,
        r.replaces,
        (select n.id from imported_reviews n where n.replaces = r.id) as replaced_by,
        r.created_by,
        r.created_at
        """;

    private const string FindSql = $"select {Columns}, r.markup from imported_reviews r where r.id = @id";
    private const string ByIdsSql = $"select {Columns} from imported_reviews r where r.id in @ids";

    /// <summary>One review, with its markup.</summary>
    public static Task<MarkedReviewResponse?> FindAsync(ReadTx tx, long id) => tx.FirstAsync<MarkedReviewResponse>(FindSql, new { id });

    /// <returns>The reviews by id; those that do not exist are left out.</returns>
    public static async Task<Dictionary<long, ImportedReviewResponse>> FindAllAsync(ReadTx tx, long[] ids) =>
        (await tx.ListAsync<ImportedReviewResponse>(ByIdsSql, new { ids })).ToDictionary(static review => review.Id);
}
