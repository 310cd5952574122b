namespace ClaimTracker.Data.Tests;

public sealed class SchemaTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_schema_in_db_is_what_the_migrations_make(TestEngine engine)
    {
        await using var store = await engine.NewAsync();
        var file = engine is SqliteTestEngine ? "db/schema/sqlite.sql" : "db/schema/postgres.sql";

        var schema = await store.Database.SchemaAsync();

        Assert.Contains("create table articles", schema, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("claim_states", schema, StringComparison.Ordinal);
        Assert.True(Repository.Read(file) == schema, $"{file} is old: write what the command `schema` prints into it.");
    }
}
