namespace ClaimTracker.Data.Tests;

/// <summary>The migrations of both engines make the same tables.</summary>
public sealed class SameSchemaTests
{
    private const string SqliteSql = """
        select t.name || '.' || c.name || ' ' || lower(c.type) || case when c."notnull" or c.pk then ' not null' else '' end
        from sqlite_schema t
        join pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite_%' and t.name <> 'SchemaVersions'
            and t.name not in (select name from pragma_table_list where type in ('virtual', 'shadow'))
        """;

    private const string PostgresSql = """
        select table_name || '.' || column_name
            || case when data_type in ('bigint', 'integer', 'boolean') then ' integer'
                    when data_type = 'double precision' then ' real'
                    else ' text' end
            || case when is_nullable = 'NO' then ' not null' else '' end
        from information_schema.columns
        where table_schema = current_schema() and table_name <> 'schemaversions'
            and table_name not in (select table_name from information_schema.views where table_schema = current_schema())
            and table_name not in (select table_name from information_schema.columns where data_type = 'tsvector')
        """;

    private const string CollationSql = """
        select table_name || '.' || column_name
        from information_schema.columns
        where table_schema = current_schema() and table_name <> 'schemaversions'
            and data_type = 'text' and collation_name is distinct from 'C'
            and table_name not in (select table_name from information_schema.views where table_schema = current_schema())
        """;

    [Theory, OnPostgres]
    public async Task Both_engines_have_the_same_columns_and_the_same_of_them_may_be_null(TestEngine postgres)
    {
        var sqlite = await ListAsync(new SqliteTestEngine(), SqliteSql);

        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite, await ListAsync(postgres, PostgresSql), StringComparer.Ordinal);
    }

    [Theory, OnPostgres]
    public async Task Every_text_sorts_by_its_bytes(TestEngine postgres) => Assert.Empty(await ListAsync(postgres, CollationSql));

    [Theory, OnPostgres]
    public async Task Both_engines_have_the_same_keys_and_references(TestEngine postgres)
    {
        var sqlite = await TablesAsync(new SqliteTestEngine());

        Assert.InRange(sqlite.Count, 20, 100);
        Assert.Equal(sqlite, await TablesAsync(postgres), StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(TestEngine engine)
    {
        await using var store = await engine.NewAsync();
        await using var connected = store.Database.ConnectReadOnly();
        await using var session = await connected.BeginReadAsync(inOneState: true, CancellationToken.None);
        var tables = await connected.Bulk(session).TablesAsync();
        return [.. tables.Select(static table => $"{table.Name} ({table.Key}) -> {string.Join(", ", table.RefersTo)}")
            .Order(StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<string>> ListAsync(TestEngine engine, string sql)
    {
        await using var store = await engine.NewAsync();
        await using var db = store.Database.Open(TimeProvider.System);
        return (await db.ReadAsync(tx => tx.ListAsync<string>(sql), CancellationToken.None)).Order(StringComparer.Ordinal);
    }
}
