using System.Security.Cryptography;

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

    /// <summary>
    /// Indexes everything, while others write: what they touch they index themselves. Another process may do so at the same time. It
    /// begins by emptying the index; then this one goes through everything once more, so that nothing is missing when either is done.
    /// </summary>
    /// <returns>The number of things.</returns>
    public static async Task<long> RunAsync(Db db, CancellationToken cancellation)
    {
        var turn = await db.WriteAsync(ClearAsync);
        while (true)
        {
            var (things, now) = await PassAsync(db, turn, cancellation);
            if (now is null)
            {
                return things;
            }

            turn = now.Value;
        }
    }

    /// <summary>Goes through everything.</summary>
    /// <returns>The number of things; and null, or the turn of another process that emptied the index meanwhile.</returns>
    private static async Task<(long Things, int? Other)> PassAsync(Db db, int turn, CancellationToken cancellation)
    {
        var things = 0L;
        foreach (var table in SearchTable.All)
        {
            for (long? after = 0; after is not null;)
            {
                cancellation.ThrowIfCancellationRequested();
                var page = new { After = after.Value, Take = ThingsAtOnce };
                var ids = await db.ReadAsync(tx => tx.ListAsync<long>(table.Page, page), cancellation);
                if (ids.Count > 0 && await db.WriteAsync(tx => IndexAsync(tx, table, [.. ids], turn)) is { } other)
                {
                    return (things, other);
                }

                things += ids.Count;
                after = ids.Count < ThingsAtOnce ? null : ids[^1];
            }
        }

        return (things, await db.WriteAsync(tx => KeepFormAsync(tx, turn)));
    }

    // Without a number nothing is indexed, which is as if somebody had just emptied it.
    private static async Task<int?> OtherAsync(ReadTx tx, int turn) =>
        (await tx.FirstAsync<int?>(FormSql) ?? 0) is var now && (now == turn || now == Form) ? null : now;

    private static async Task<int?> KeepFormAsync(WriteTx tx, int turn)
    {
        if (await OtherAsync(tx, turn) is { } other)
        {
            return other;
        }

        await tx.ExecuteAsync(ForgetFormSql);
        await tx.ExecuteAsync(KeepFormSql, new { Form });
        return null;
    }

    private static async Task<int> ClearAsync(WriteTx tx)
    {
        var turn = -RandomNumberGenerator.GetInt32(1, int.MaxValue);
        await tx.ExecuteAsync(ForgetFormSql);
        await tx.ExecuteAsync(KeepFormSql, new { Form = turn });
        foreach (var table in SearchTable.All)
        {
            await tx.ExecuteAsync(table.Clear.Of(tx.Dialect));
        }

        return turn;
    }

    private static async Task<int?> IndexAsync(WriteTx tx, SearchTable table, long[] ids, int turn)
    {
        if (await OtherAsync(tx, turn) is { } other)
        {
            return other;
        }

        var all = new TouchedThings();
        all.Add(table.Kind, ids);
        await SearchWriter.IndexAsync(tx, table, all);
        return null;
    }
}
