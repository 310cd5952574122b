namespace ClaimTracker.Api.Domain.Reviews;

/// <summary>
/// Reads pages of reviews: of the verdicts (<c>v</c>) that pass a filter, in the order that a list, a file or a feed needs.
/// </summary>
internal static class ReviewPages
{
    private const string OldestFirst = "v.id";
    private const string NewestFirst = "v.id desc";
    private const string LastChangedFirst = "v.updated_at desc, v.id desc";

    /// <summary>The next ones of a file, the oldest first.</summary>
    public static Task<IReadOnlyList<PublicReview>> AfterAsync(ReadTx tx, Filter filter, long after, int take, Actor actor) =>
        ReadAsync(tx, filter.And("v.id > @AfterId", new { AfterId = after }), OldestFirst, take, actor);

    /// <summary>Those before one, the newest first.</summary>
    public static Task<IReadOnlyList<PublicReview>> BeforeAsync(ReadTx tx, Filter filter, long? before, int take, Actor actor) =>
        ReadAsync(tx, filter.Before("v.id", before), NewestFirst, take, actor);

    /// <summary>Those that were changed last.</summary>
    public static Task<IReadOnlyList<PublicReview>> LastChangedAsync(ReadTx tx, Filter filter, int take, Actor actor) =>
        ReadAsync(tx, filter, LastChangedFirst, take, actor, "v.updated_at");

    private static async Task<IReadOnlyList<PublicReview>> ReadAsync(
        ReadTx tx, Filter filter, string order, int take, Actor actor, string? sortedBy = null)
    {
        await filter.SettleAsync(tx, sortedBy);
        filter.Parameters.Add("Take", take);
        var sql = $"""
            select v.id
            from verdicts v
            {filter.Clause(tx.Dialect)}
            order by {order}
            limit @Take + 0
            """;
        return await ReviewReader.LoadAsync(tx, [.. await tx.ListAsync<long>(sql, filter.Parameters)], actor);
    }
}
