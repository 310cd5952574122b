using System.Data.Common;

namespace ClaimTracker.Data;

/// <summary>Reads the catalogue of an engine, and writes many rows with the ids that they have.</summary>
internal abstract class BulkWriter
{
    /// <summary>Every table of the schema, by name; the journal of migrations is left out.</summary>
    public abstract Task<IReadOnlyList<TableShape>> TablesAsync();

    /// <summary>Writes all rows of a table, as they come.</summary>
    public abstract Task WriteAsync(string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows);

    /// <summary>Deletes all rows of a table, also of one whose triggers refuse that: they guard it again afterwards.</summary>
    public abstract Task ClearAsync(string table);

    /// <summary>Takes ids that follow each other, for rows that are written with them.</summary>
    /// <returns>The first of them.</returns>
    public abstract Task<long> TakeIdsAsync(string table, int count);

    /// <summary>The last id that each table gave out, by table.</summary>
    public abstract Task<IReadOnlyDictionary<string, long>> LastIdsAsync();

    /// <summary>Makes a table give out ids after this one: an id that was ever given out is never given out again.</summary>
    public abstract Task SetLastIdAsync(string table, long id);

    /// <summary>Reads tables from rows of a name, a key, and the names of other tables separated by commas, or null.</summary>
    protected static async Task<IReadOnlyList<TableShape>> ReadTablesAsync(DbCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<TableShape>();
        while (await reader.ReadAsync())
        {
            var refersTo = await reader.IsDBNullAsync(2) ? [] : reader.GetString(2).Split(',');
            tables.Add(new TableShape(reader.GetString(0), reader.GetString(1), refersTo));
        }

        return tables;
    }
}
