namespace ClaimTracker.Api.Features.Lists;

/// <summary>Reads lists as the actor may see them: outside the desk the public ones, without their notes and filters.</summary>
internal static class ListReader
{
    private const string Sql = """
        select l.id, l.name, l.public, l.query is not null as live, l.note, l.query, l.created_at, l.updated_at
        from lists l
        where l.id in @ids
        """;

    private const string PlaceSql = """
        select list_id, claim_id, position, note
        from list_claims
        where list_id = @list and claim_id = @claim
        """;

    /// <returns>The list; null where there is none, or none that the actor may know of.</returns>
    public static async Task<ListResponse?> FindAsync(ReadTx tx, long id, Actor actor) =>
        await FindWholeAsync(tx, id, actor) is { } list ? list.ShownTo(actor) : null;

    /// <summary>The same, with the filters that its claims are computed by.</summary>
    public static async Task<ListResponse?> FindWholeAsync(ReadTx tx, long id, Actor actor) =>
        await RowsAsync(tx, [id]) is [var list] && (list.Public || actor.SeesDrafts) ? list : null;

    /// <returns>The lists in the order of <paramref name="ids"/>; those that do not exist are left out.</returns>
    public static async Task<IReadOnlyList<ListResponse>> LoadAsync(ReadTx tx, long[] ids, Actor actor)
    {
        var lists = (await RowsAsync(tx, ids)).ToDictionary(static l => l.Id);
        return [.. ids.Where(lists.ContainsKey).Select(id => lists[id].ShownTo(actor))];
    }

    /// <returns>The place of a claim on a list; null if it is not on it.</returns>
    public static Task<ListPlace?> FindPlaceAsync(ReadTx tx, long list, long claim) =>
        tx.FirstAsync<ListPlace>(PlaceSql, new { list, claim });

    private static Task<IReadOnlyList<ListResponse>> RowsAsync(ReadTx tx, long[] ids) => tx.ListAsync<ListResponse>(Sql, new { ids });

    private static ListResponse ShownTo(this ListResponse list, Actor actor) =>
        actor.SeesDrafts ? list : list with { Note = null, Query = null };
}
