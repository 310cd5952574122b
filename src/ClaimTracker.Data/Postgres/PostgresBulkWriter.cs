using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace ClaimTracker.Data.Postgres;

/// <summary>COPY, in CSV: PostgreSQL reads each value as the type of its column. Ids come from identity sequences.</summary>
internal sealed class PostgresBulkWriter(NpgsqlConnection connection) : BulkWriter
{
    private const string LastIdsSql = """
        select c.relname, s.last_value
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
        join pg_sequences s
            on (quote_ident(s.schemaname) || '.' || quote_ident(s.sequencename)) = pg_get_serial_sequence(c.relname, a.attname)
        where n.nspname = current_schema() and c.relkind = 'r' and s.last_value is not null
        """;

    private const string TablesSql = """
        select
            c.relname,
            (select string_agg(a.attname, ', ' order by k.place)
             from pg_constraint p
             cross join lateral unnest(p.conkey) with ordinality k (number, place)
             join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
             where p.conrelid = c.oid and p.contype = 'p'),
            (select string_agg(distinct r.relname, ',' order by r.relname)
             from pg_constraint f
             join pg_class r on r.oid = f.confrelid
             where f.conrelid = c.oid and f.contype = 'f')
        from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'schemaversions'
            and c.relname not like '%\_words' -- They are made of the others, and virtual in SQLite.
        order by c.relname
        """;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override async Task<IReadOnlyList<TableShape>> TablesAsync()
    {
        await using var command = new NpgsqlCommand(TablesSql, connection);
        return await ReadTablesAsync(command);
    }

    public override async Task WriteAsync(string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows)
    {
        await using var copy = await connection.BeginTextImportAsync(
            $"copy {table} ({string.Join(", ", columns)}) from stdin (format csv)");
        await foreach (var row in rows)
        {
            await copy.WriteAsync(string.Join(',', row.Select(Cell)) + "\n");
        }
    }

    /// <summary>The insert of rows that come as <see cref="Json"/>, which PostgreSQL reads as the types of the columns.</summary>
    public static string Statement(string table, IReadOnlyList<string> columns)
    {
        var names = string.Join(", ", columns);
        return $"insert into {table} ({names}) select {names} from json_populate_recordset(null::{table}, @Json::json)";
    }

    /// <summary>Rows as an array of objects.</summary>
    public static string Json(IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Plain))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Length; i++)
                {
                    json.WritePropertyName(columns[i]);
                    JsonSerializer.Serialize(json, row[i]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    public override async Task ClearAsync(string table)
    {
        await using var command = new NpgsqlCommand(
            $"alter table {table} disable trigger user; delete from {table}; alter table {table} enable trigger user", connection)
        {
            CommandTimeout = 0,
        };
        await command.ExecuteNonQueryAsync();
    }

    // One after the other, since nobody else writes meanwhile; the role that serves may not set a sequence.
    public override async Task<long> TakeIdsAsync(string table, int count)
    {
        await using var command = new NpgsqlCommand(
            "select min(nextval(pg_get_serial_sequence(@table, 'id'))) from generate_series(1, @count)", connection);
        command.Parameters.AddWithValue("table", table);
        command.Parameters.AddWithValue("count", (long)count);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public override async Task<IReadOnlyDictionary<string, long>> LastIdsAsync()
    {
        await using var command = new NpgsqlCommand(LastIdsSql, connection);
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
        await using var command = new NpgsqlCommand("select setval(pg_get_serial_sequence(@table, 'id'), @id)", connection);
        command.Parameters.AddWithValue("table", table);
        command.Parameters.AddWithValue("id", id);
        await command.ExecuteNonQueryAsync();
    }

    // What is not quoted and empty is null.
    private static string Cell(object? value) => value is string text
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : PlainValues.Text(value) ?? "";
}
