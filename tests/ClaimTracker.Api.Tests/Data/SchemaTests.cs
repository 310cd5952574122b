using ClaimTracker.Api.Tests.Documents;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Data;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_schema_in_db_is_what_the_migrations_make()
    {
        await using var store = await TestEngine.Current.NewAsync();
        var file = TestEngine.Current is SqliteTestEngine ? "db/schema/sqlite.sql" : "db/schema/postgres.sql";

        var schema = await store.Database.SchemaAsync();

        Assert.Contains("create table articles", schema, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("claim_states", schema, StringComparison.Ordinal);
        Assert.True(Repository.Read(file) == schema, $"{file} is old: write what the command `schema` prints into it.");
    }
}
