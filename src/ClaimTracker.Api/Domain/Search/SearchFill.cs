namespace ClaimTracker.Api.Domain.Search;

/// <summary>Indexes everything anew: for a database that an older version wrote, and on demand.</summary>
internal static class SearchFill
{
    /// <summary>The form of words that this program indexes. With another one, all is indexed anew at the start.</summary>
    private const int Form = 1;

    /// <summary>Things in one write.</summary>
    private const int ThingsAtOnce = 500;

    private const string FormSql = "select form from indexed_words";
    private const string ForgetFormSql = "delete from indexed_words";
    private const string KeepFormSql = "insert into indexed_words (form) values (@Form)";

    /// <summary>Indexes everything, unless that was done.</summary>
    /// <returns>The number of things that were indexed now.</returns>
    public static async Task<long> EnsureAsync(Db db, CancellationToken cancellation) =>
        await db.ReadAsync(static tx => tx.FirstAsync<int?>(FormSql), cancellation) == Form ? 0 : await RunAsync(db, cancellation);

    /// <summary>Notes that nothing is indexed any more: the next start indexes everything, if nobody does before.</summary>
    public static Task ForgetAsync(WriteTx tx) => tx.ExecuteAsync(ForgetFormSql);

    /// <summary>Indexes everything, while others write: what they touch they index themselves.</summary>
    /// <returns>The number of things.</returns>
    public static async Task<long> RunAsync(Db db, CancellationToken cancellation)
    {
        await db.WriteAsync(ClearAsync);
        var things = 0L;
        foreach (var table in SearchTable.All)
        {
            for (long? after = 0; after is not null;)
            {
                cancellation.ThrowIfCancellationRequested();
                var page = new { After = after.Value, Take = ThingsAtOnce };
                var ids = await db.ReadAsync(tx => tx.ListAsync<long>(table.Page, page), cancellation);
                things += ids.Count == 0 ? 0 : await db.WriteAsync(tx => IndexAsync(tx, table, [.. ids]));
                after = ids.Count < ThingsAtOnce ? null : ids[^1];
            }
        }

        await db.WriteAsync(KeepFormAsync);
        return things;
    }

    private static async Task<int> KeepFormAsync(WriteTx tx)
    {
        await tx.ExecuteAsync(ForgetFormSql);
        return await tx.ExecuteAsync(KeepFormSql, new { Form });
    }

    private static async Task<int> ClearAsync(WriteTx tx)
    {
        await tx.ExecuteAsync(ForgetFormSql);
        foreach (var table in SearchTable.All)
        {
            await tx.ExecuteAsync(table.Clear.Of(tx.Dialect));
        }

        return SearchTable.All.Count;
    }

    private static async Task<int> IndexAsync(WriteTx tx, SearchTable table, long[] ids)
    {
        var all = new TouchedThings();
        all.Add(table.Kind, ids);
        await SearchWriter.IndexAsync(tx, table, all);
        return ids.Length;
    }
}
