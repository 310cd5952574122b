namespace ClaimTracker.Api.Web.Lists;

/// <summary>A list as the database reads it. All texts are constants.</summary>
/// <param name="Columns">The columns of a row.</param>
/// <param name="From">The tables that the rows come from.</param>
/// <param name="Filter">The conditions that rows must meet.</param>
/// <param name="Place">The sort key of a row (null where the list is sorted by id alone) and its id.</param>
internal sealed record PageQuery<TRow>(string Columns, string From, Filter Filter, Func<TRow, (object? Key, long Id)> Place);

/// <summary>Reads pages of lists. The SQL of every list is put together here.</summary>
internal static class Paging
{
    /// <summary>Reads a page whose rows are the items.</summary>
    public static Task<Page<TRow>> PageAsync<TRow>(this ReadTx tx, Keyset keyset, PageQuery<TRow> query) =>
        tx.PageAsync(keyset, query, static rows => Task.FromResult(rows));

    /// <summary>Reads a page of ids, then what they stand for.</summary>
    /// <param name="tx">The read.</param>
    /// <param name="keyset">The place in the list.</param>
    /// <param name="id">The id column, as SQL.</param>
    /// <param name="from">The tables that the ids come from.</param>
    /// <param name="filter">The conditions that rows must meet.</param>
    /// <param name="load">Reads the items, in the order of the ids.</param>
    public static Task<Page<T>> PageAsync<T>(
        this ReadTx tx, Keyset keyset, string id, string from, Filter filter, Func<long[], Task<IReadOnlyList<T>>> load) =>
        keyset.Instant is { } instant
            ? tx.PageAsync(
                keyset,
                new PageQuery<(long Id, DateTimeOffset At)>($"{id}, {instant}", from, filter, static row => (row.At, row.Id)),
                rows => load([.. rows.Select(static row => row.Id)]))
            : tx.PageAsync(keyset, new PageQuery<long>(id, from, filter, static id => (null, id)), ids => load([.. ids]));

    /// <summary>Reads a page of rows, then makes items of them.</summary>
    public static async Task<Page<T>> PageAsync<TRow, T>(
        this ReadTx tx, Keyset keyset, PageQuery<TRow> query, Func<IReadOnlyList<TRow>, Task<IReadOnlyList<T>>> load)
    {
        var filter = query.Filter;
        await filter.SettleAsync(tx, keyset.SortedColumn);
        var total = keyset.IsCounted
            ? await tx.SingleAsync<long>($"select count(*) from {query.From} {filter.Clause(tx.Dialect)}", filter.Parameters)
            : (long?)null;
        keyset.Continue(filter);

        // A sum, not a bare parameter: to the value of a bare one SQLite fits its plan, and prepares the statement anew for each page.
        var sql = $"""
            select {query.Columns}
            from {query.From}
            {filter.Clause(tx.Dialect)}
            {keyset.OrderBy}
            limit @Take + 0
            """;
        var (rows, next) = keyset.Cut(await tx.ListAsync<TRow>(sql, filter.Parameters), query.Place);
        return new Page<T>(await load(rows), next) { Total = total };
    }
}
