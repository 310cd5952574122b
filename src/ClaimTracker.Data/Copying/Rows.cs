using System.Data.Common;

namespace ClaimTracker.Data.Copying;

/// <summary>The rows of a table, each value in the one form that both engines give: a whole number, a number, text, or null.</summary>
internal sealed class Rows(DbConnection connection, DbTransaction? transaction)
{
    public async Task<IReadOnlyList<string>> ColumnsAsync(TableShape table)
    {
        await using var command = Command($"select * from {table.Name} limit 0");
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    /// <summary>Reads them in the order of their key, one at a time.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync(TableShape table, IReadOnlyList<string> columns)
    {
        await using var command = Command($"select {string.Join(", ", columns)} from {table.Name} order by {table.Key}");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new object?[columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = PlainValues.Of(reader.GetValue(i));
            }

            yield return row;
        }
    }

    public async Task<bool> AnyAsync(string table)
    {
        await using var command = Command($"select 1 from {table} limit 1");
        return await command.ExecuteScalarAsync() is not null;
    }

    public async Task ClearAsync(string table)
    {
        await using var command = Command($"delete from {table}");
        await command.ExecuteNonQueryAsync();
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command;
    }
}
