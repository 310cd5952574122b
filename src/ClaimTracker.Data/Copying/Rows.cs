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
    /// <param name="table">The table.</param>
    /// <param name="columns">Some of its columns.</param>
    /// <param name="which">The rows; null for all.</param>
    public async IAsyncEnumerable<object?[]> ReadAsync(TableShape table, IReadOnlyList<string> columns, RowCondition? which = null)
    {
        await using var command = Command(
            $"select {string.Join(", ", columns)} from {table.Name}{Where(which)} order by {table.Key}", which);
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

    public async Task<long> CountAsync(string table, RowCondition? which = null)
    {
        await using var command = Command($"select count(*) from {table}{Where(which)}", which);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task ClearAsync(string table)
    {
        await using var command = Command($"delete from {table}");
        await command.ExecuteNonQueryAsync();
    }

    private static string Where(RowCondition? which) => which is null ? "" : $" where {which.Sql}";

    private DbCommand Command(string sql, RowCondition? which = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in which?.Values ?? [])
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
