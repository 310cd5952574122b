using System.Data.Common;
using System.Globalization;

namespace ClaimTracker.Data.Copying;

/// <summary>The rows of a table, each value in the one form that both engines give: a whole number, a number, text, or null.</summary>
internal sealed class Rows(DbConnection connection, DbTransaction transaction)
{
    public async Task<IReadOnlyList<string>> ColumnsAsync(CopyTable table)
    {
        await using var command = Command($"select * from {table.Name} limit 0");
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    /// <summary>Reads them in the order of their key, one at a time.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync(CopyTable table, IReadOnlyList<string> columns)
    {
        await using var command = Command($"select {string.Join(", ", columns)} from {table.Name} order by {table.Key}");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new object?[columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Plain(reader.GetValue(i));
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

    /// <summary>A value as text: what goes into checksums, and into PostgreSQL.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>A value in the form that both engines give.</summary>
    public static object? Plain(object value) => value switch
    {
        DBNull => null,
        bool flag => flag ? 1L : 0L,
        int number => (long)number,
        DateTime instant => DapperTypes.Format(instant),
        DateOnly date => DapperTypes.Format(date),
        long or double or string => value,
        _ => throw new NotSupportedException($"No table has a value of the type {value.GetType()}."),
    };

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command;
    }
}
