namespace ClaimTracker.Data.Copying;

/// <summary>All tables of a database, to be read or written as a whole within one transaction: for files that hold everything.</summary>
public sealed class WholeTables
{
    private readonly Rows _rows;
    private readonly BulkWriter _bulk;

    private WholeTables(Rows rows, BulkWriter bulk, IReadOnlyList<WholeTable> all) => (_rows, _bulk, All) = (rows, bulk, all);

    /// <summary>The number of the last migration of this program: the schema of what it writes.</summary>
    public static string Schema { get; } = Migrations.Known(Migrations.Sqlite)[^1][Migrations.Sqlite.Length..].Split('_')[0];

    /// <summary>The tables into which migrations insert rows of their own.</summary>
    public static IReadOnlySet<string> Filled { get; } = Migrations.FilledTables();

    /// <summary>Every table after those that it refers to; the journal of migrations and the search index are left out.</summary>
    public IReadOnlyList<WholeTable> All { get; }

    /// <summary>Finds the tables of a transaction.</summary>
    public static Task<WholeTables> OfAsync(ReadTx tx)
    {
        ArgumentNullException.ThrowIfNull(tx);
        return OfAsync(new Rows(tx.Place.Connection, tx.Place.Transaction), tx.Bulk());
    }

    /// <summary>Whether a table has a row.</summary>
    public Task<bool> AnyAsync(WholeTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return _rows.AnyAsync(table.Name);
    }

    /// <summary>The number of rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="which">The rows that count; null for all.</param>
    public Task<long> CountAsync(WholeTable table, RowCondition? which = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return _rows.CountAsync(table.Name, which);
    }

    /// <summary>Reads rows in the order of their key, one at a time.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Some of its columns.</param>
    /// <param name="which">The rows; null for all.</param>
    /// <returns>Their values, each in the one form that both engines give: a whole number, a number, text, or null.</returns>
    public IAsyncEnumerable<object?[]> ReadAsync(WholeTable table, IReadOnlyList<string> columns, RowCondition? which = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return _rows.ReadAsync(table.Shape, columns, which);
    }

    /// <summary>Writes rows with the ids that they have, as they come.</summary>
    public Task WriteAsync(WholeTable table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows)
    {
        ArgumentNullException.ThrowIfNull(table);
        return _bulk.WriteAsync(table.Name, columns, rows);
    }

    /// <summary>Deletes all rows, also of a table whose triggers refuse that: they are back before anything else is written.</summary>
    public Task ClearAsync(WholeTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return _bulk.ClearAsync(table.Name);
    }

    /// <summary>The last id that each table gave out, by table.</summary>
    public Task<IReadOnlyDictionary<string, long>> LastIdsAsync() => _bulk.LastIdsAsync();

    /// <summary>Makes a table give out ids after this one.</summary>
    public Task SetLastIdAsync(string table, long id) => _bulk.SetLastIdAsync(table, id);

    private static async Task<WholeTables> OfAsync(Rows rows, BulkWriter bulk)
    {
        var tables = new List<WholeTable>();
        foreach (var shape in CopyOrder.Of(await bulk.TablesAsync()))
        {
            var columns = await rows.ColumnsAsync(shape);
            tables.Add(new WholeTable(shape, [.. columns.Order(StringComparer.Ordinal)]));
        }

        return new WholeTables(rows, bulk, tables);
    }
}

/// <summary>A condition for the rows of a table.</summary>
/// <param name="Sql">A constant text.</param>
/// <param name="Values">The values of its parameters, by name.</param>
public sealed record RowCondition(string Sql, params IReadOnlyList<(string Name, object Value)> Values);
