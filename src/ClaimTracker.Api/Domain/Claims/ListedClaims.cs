using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>The claims of a list of the desk, as other lists filter by them. Those of a live list are computed each time.</summary>
internal static class ListedClaims
{
    /// <summary>Claims (<c>c</c>) of a list that somebody filled.</summary>
    public const string FilledFromSql = "list_claims m join claims c on c.id = m.claim_id";

    private const string ListSql = "select public, query from lists where id = @list";

    private const string LiveClaimsSql = "(";
    private const string LiveVerdictsSql = "exists (select 1 from claims c where c.id = v.current_claim_id and";

    private const string PublishedSql =
        $"exists (select 1 from verdicts v where v.current_claim_id = c.id and {VerdictConditions.WasPublishedSql})";

    /// <summary>Claims (<c>c</c>) of a list; null asks for nothing.</summary>
    /// <exception cref="ProblemException">400: there is no such list, or none that the actor may know of.</exception>
    public static async Task<Filter> OnlyOfListAsync(this Filter claims, ReadTx tx, Actor actor, long? list, DateTimeOffset now) =>
        list is not { } id ? claims
            : await QueryAsync(tx, actor, id) is { } query ? claims.Nest(LiveClaimsSql, await OfAsync(tx, actor, id, query, now))
            : claims.If(!actor.SeesDrafts, PublishedSql).Among(
                true,
                "c.id",
                "select m.claim_id from list_claims m where m.list_id = @List",
                "exists (select 1 from list_claims m where m.claim_id = c.id and m.list_id = @List)",
                new { List = id });

    /// <summary>
    /// Verdicts (<c>v</c>) on claims of a list; null asks for nothing. Outside the desk only what was published is shown, whatever list it
    /// is on.
    /// </summary>
    /// <exception cref="ProblemException">400: there is no such list, or none that the actor may know of.</exception>
    public static async Task<Filter> OnlyOnListAsync(this Filter verdicts, ReadTx tx, Actor actor, long? list, DateTimeOffset now) =>
        list is not { } id ? verdicts
            : await QueryAsync(tx, actor, id) is { } query
                ? verdicts.Nest(LiveVerdictsSql, await OfAsync(tx, actor, id, query, now), "v.current_claim_id")
            : verdicts.Among(
                true,
                "v.id",
                "select x.id from list_claims m join verdicts x on x.current_claim_id = m.claim_id where m.list_id = @List",
                "exists (select 1 from list_claims m where m.claim_id = v.current_claim_id and m.list_id = @List)",
                new { List = id });

    /// <summary>The conditions for the claims of a list that the actor may see on it: outside the desk, what was published.</summary>
    /// <param name="tx">A read.</param>
    /// <param name="actor">The reader.</param>
    /// <param name="list">The list.</param>
    /// <param name="query">Its filters; null if somebody filled it.</param>
    /// <param name="now">The present instant.</param>
    public static async Task<Filter> OfAsync(ReadTx tx, Actor actor, long list, ClaimQuery? query, DateTimeOffset now)
    {
        var claims = query is null
            ? new Filter().Equal("m.list_id", list)
            : await query.ToFilter().FilterAsync(tx, actor, now, ClaimQuery.Path);
        return claims.If(!actor.SeesDrafts, PublishedSql);
    }

    /// <returns>The filters of a live list; null if somebody filled it.</returns>
    private static async Task<ClaimQuery?> QueryAsync(ReadTx tx, Actor actor, long list) =>
        await tx.FirstAsync<ListRow>(ListSql, new { list }) is { } row && (row.Public || actor.SeesDrafts)
            ? row.Query
            : throw Problem.Invalid("list", $"must be the id of a list; there is no list {list}");

    private sealed record ListRow
    {
        public required bool Public { get; init; }

        public required ClaimQuery? Query { get; init; }
    }
}
