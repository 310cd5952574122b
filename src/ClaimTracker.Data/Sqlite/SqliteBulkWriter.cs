using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClaimTracker.Data.Sqlite;

/// <summary>One prepared insert for all rows of a table; ids come from sqlite_sequence.</summary>
internal sealed class SqliteBulkWriter(PreparingConnection writer) : BulkWriter
{
    private const string TablesSql = """
        select
            t.name,
            (select group_concat(c.name, ', ' order by c.pk) from pragma_table_info(t.name) c where c.pk > 0),
            (select group_concat(r.name, ',' order by r.name) from (select distinct "table" as name from pragma_foreign_key_list(t.name)) r)
        from sqlite_schema t
        where t.type = 'table' and t.name not like 'sqlite_%' and t.name <> 'SchemaVersions'
            and t.name not in (select name from pragma_table_list where type in ('virtual', 'shadow'))
            and t.name not like '%\_words' escape '\'
        order by t.name
        """;

    private const string LastIdSql = "select seq from sqlite_sequence where name = $table";

    private const string TriggersSql = "select name, sql from sqlite_schema where type = 'trigger' and tbl_name = $table order by name";

    public override async Task<IReadOnlyList<TableShape>> TablesAsync()
    {
        await using var command = Command(TablesSql);
        return await ReadTablesAsync(command);
    }

    public override async Task WriteAsync(string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows)
    {
        // Past the provider, which looks each parameter up by its name for each row: that took most of the time.
        var values = string.Join(", ", columns.Select(static _ => "?"));
        var insert = writer.Insert($"insert into {table} ({string.Join(", ", columns)}) values ({values})");
        try
        {
            await foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    Check(Bind(insert, i + 1, row[i]));
                }

                if (raw.sqlite3_step(insert) is var result and not raw.SQLITE_DONE)
                {
                    Check(result);
                }

                Check(raw.sqlite3_reset(insert));
            }
        }
        finally
        {
            raw.sqlite3_reset(insert);
            raw.sqlite3_clear_bindings(insert);
        }
    }

    // Their text is made again as it was: the schema stays the one that the migrations make.
    public override async Task ClearAsync(string table)
    {
        var triggers = new List<(string Name, string Sql)>();
        await using (var command = Command(TriggersSql))
        {
            command.Parameters.AddWithValue("$table", table);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                triggers.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        string[] statements =
        [
            .. triggers.Select(static trigger => $"drop trigger {trigger.Name}"),
            $"delete from {table}",
            .. triggers.Select(static trigger => trigger.Sql),
        ];
        foreach (var statement in statements)
        {
            await using var command = Command(statement);
            await command.ExecuteNonQueryAsync();
        }
    }

    // To write a row with an id takes the id. Nobody else writes meanwhile.
    public override async Task<long> TakeIdsAsync(string table, int count)
    {
        var command = writer.Take(LastIdSql);
        try
        {
            command.Parameters.AddWithValue("$table", table);
            return (long)(await command.ExecuteScalarAsync() ?? 0L) + 1;
        }
        finally
        {
            writer.Return(command);
        }
    }

    public override async Task<IReadOnlyDictionary<string, long>> LastIdsAsync()
    {
        // A migration that filled a table from one without rows has left a 0.
        await using var command = Command("select name, seq from sqlite_sequence where seq > 0");
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetString(0), reader.GetInt64(1));
        }

        return ids;
    }

    public override async Task SetLastIdAsync(string table, long id)
    {
        // The table has no key to conflict on, and no row for a table that never had one.
        await using var command = Command("""
            delete from sqlite_sequence where name = $table;
            insert into sqlite_sequence (name, seq) values ($table, $id);
            """);
        command.Parameters.AddWithValue("$table", table);
        command.Parameters.AddWithValue("$id", id);
        await command.ExecuteNonQueryAsync();
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, writer.Inner.Handle);

    private static int Bind(sqlite3_stmt insert, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(insert, place),
        string text => raw.sqlite3_bind_text(insert, place, text),
        double number => raw.sqlite3_bind_double(insert, place, number),
        long number => raw.sqlite3_bind_int64(insert, place, number),
        int number => raw.sqlite3_bind_int64(insert, place, number),
        _ => throw new NotSupportedException($"No table has a value of the type {value.GetType()}."),
    };

    private SqliteCommand Command(string sql) => new(sql, writer.Inner);
}
