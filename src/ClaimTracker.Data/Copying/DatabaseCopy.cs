namespace ClaimTracker.Data.Copying;

/// <summary>Copies a database into an empty one of either engine.</summary>
public static class DatabaseCopy
{
    /// <summary>
    /// Copies every table in the order of its key, reads the copy again and compares counts and checksums. The source is read in
    /// one snapshot, the target written in one transaction: whatever goes wrong, it stays empty.
    /// </summary>
    /// <param name="source">A database of this program's version.</param>
    /// <param name="target">Another one, which has been migrated and not been used.</param>
    /// <returns>What was copied, and is the same on both.</returns>
    /// <exception cref="DatabaseException">The target is not empty, or what it gives back is not what was copied.</exception>
    public static async Task<IReadOnlyList<CopiedTable>> RunAsync(Database source, Database target)
    {
        await using var sourceEngine = source.ConnectReadOnly();
        await using var targetEngine = target.Connect();
        await using var from = await sourceEngine.BeginReadAsync(CancellationToken.None);
        await using var to = await targetEngine.BeginWriteAsync();
        var (rows, copies) = (new Rows(from.Connection, from.Transaction), new Rows(to.Connection, to.Transaction));
        var bulk = targetEngine.Bulk(to);

        await EmptyAsync(target, copies);
        var copied = new List<CopiedTable>();
        foreach (var table in CopyTable.All)
        {
            copied.Add(await CopyAsync(table, rows, copies, bulk));
        }

        var lastIds = await sourceEngine.Bulk(from).LastIdsAsync();
        foreach (var table in CopyTable.All.Where(table => lastIds.GetValueOrDefault(table.Name) > 0)) // SQLite may remember that it gave out none.
        {
            await bulk.SetLastIdAsync(table.Name, lastIds[table.Name]);
        }

        await to.CommitAsync();
        return copied;
    }

    private static async Task EmptyAsync(Database target, Rows copies)
    {
        foreach (var table in CopyTable.All.Where(static table => !CopyTable.Filled.Contains(table.Name, StringComparer.Ordinal)))
        {
            if (await copies.AnyAsync(table.Name))
            {
                throw new DatabaseException($"{target.Name} is not empty (it has {table.Name}). Nothing was copied.");
            }
        }

        foreach (var table in CopyTable.Filled)
        {
            await copies.ClearAsync(table);
        }
    }

    private static async Task<CopiedTable> CopyAsync(CopyTable table, Rows rows, Rows copies, BulkWriter bulk)
    {
        var columns = await rows.ColumnsAsync(table);
        using var sent = new TableChecksum();
        await bulk.WriteAsync(table.Name, columns, AddedTo(sent, rows.ReadAsync(table, columns)));

        using var received = new TableChecksum();
        await foreach (var row in copies.ReadAsync(table, columns))
        {
            received.Add(row);
        }

        var (expected, actual) = (sent.Of(table), received.Of(table));
        return expected == actual
            ? actual
            : throw new DatabaseException($"The copy of {table.Name} has {actual.Rows} rows and another checksum than the {expected.Rows} rows of the source. Nothing was kept.");
    }

    private static async IAsyncEnumerable<object?[]> AddedTo(TableChecksum checksum, IAsyncEnumerable<object?[]> rows)
    {
        await foreach (var row in rows)
        {
            checksum.Add(row);
            yield return row;
        }
    }
}
