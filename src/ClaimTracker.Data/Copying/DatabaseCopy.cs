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
        await using var from = await sourceEngine.BeginReadAsync(inOneState: true, CancellationToken.None);
        await using var to = await targetEngine.BeginWriteAsync();
        var (rows, copies) = (new Rows(from.Connection, from.Transaction), new Rows(to.Connection, to.Transaction));
        var (reader, writer) = (sourceEngine.Bulk(from), targetEngine.Bulk(to));
        var tables = CopyOrder.Of(await reader.TablesAsync());

        await EmptyAsync(target, tables, copies);
        var copied = new List<CopiedTable>();
        foreach (var table in tables)
        {
            copied.Add(await CopyAsync(table, rows, copies, writer));
        }

        var lastIds = await reader.LastIdsAsync();
        foreach (var name in tables.Select(static table => table.Name).Where(lastIds.ContainsKey))
        {
            await writer.SetLastIdAsync(name, lastIds[name]);
        }

        await to.CommitAsync();
        return copied;
    }

    // Rows that the migrations inserted give way to those of the source: the last table to refer to others is cleared first.
    private static async Task EmptyAsync(Database target, IReadOnlyList<TableShape> tables, Rows copies)
    {
        var filled = Migrations.FilledTables();
        foreach (var table in tables.Where(table => !filled.Contains(table.Name)))
        {
            if (await copies.AnyAsync(table.Name))
            {
                throw new DatabaseException($"{target.Name} is not empty (it has {table.Name}). Nothing was copied.");
            }
        }

        foreach (var table in tables.Reverse().Where(table => filled.Contains(table.Name)))
        {
            await copies.ClearAsync(table.Name);
        }
    }

    private static async Task<CopiedTable> CopyAsync(TableShape table, Rows rows, Rows copies, BulkWriter writer)
    {
        var columns = await rows.ColumnsAsync(table);
        using var sent = new TableChecksum();
        await writer.WriteAsync(table.Name, columns, AddedTo(sent, rows.ReadAsync(table, columns)));

        using var received = new TableChecksum();
        await foreach (var row in copies.ReadAsync(table, columns))
        {
            received.Add(row);
        }

        var (expected, actual) = (sent.Of(table), received.Of(table));
        return expected == actual
            ? actual
            : throw new DatabaseException(
                $"The copy of {table.Name} has {actual.Rows} rows and another checksum than the {expected.Rows} rows of the source. "
                    + "Nothing was kept.");
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
