using System.Data.Common;
using System.Globalization;

namespace ClaimTracker.Data.Tests;

public sealed class MigrationsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_database_gets_every_migration_in_order(TestEngine engine)
    {
        await using var store = await engine.NewAsync(migrated: false);

        var ran = await store.Database.MigrateAsync();

        Assert.NotEmpty(ran);
        Assert.Equal(Known(engine), ran);
        Assert.Equal("Truth", store.Ask("select name from rating_scales"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Migrating_again_changes_nothing(TestEngine engine)
    {
        await using var store = await engine.NewAsync(migrated: false);
        await store.Database.MigrateAsync();
        store.Ask("""
            insert into users (name, name_key, role, created_by, created_at)
            values ('kept', 'kept', 'reader', 'system', '2026-01-01T00:00:00.000000Z')
            """);

        Assert.Empty(await store.Database.MigrateAsync());

        Assert.Equal("kept", store.Ask("select name from users"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is(TestEngine engine)
    {
        await using var store = await engine.NewAsync(migrated: false);
        await store.Database.MigrateAsync();
        store.Ask("insert into schemaversions (scriptname, applied) values ('9999_from_the_future.sql', '2030-01-01')");

        var refused = await Assert.ThrowsAsync<DatabaseException>(store.Database.MigrateAsync);

        Assert.Contains("9999_from_the_future", refused.Message, StringComparison.Ordinal);
        Assert.Equal((Known(engine).Count + 1).ToString(CultureInfo.InvariantCulture), store.Ask("select count(*) from schemaversions"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_script_that_fails_is_undone_and_those_before_it_are_kept(TestEngine engine)
    {
        await using var store = await engine.NewAsync(migrated: false);
        store.Ask("create view sentence_positions as select 1 as id"); // Makes the last statements of the second script fail.

        var failed = await Assert.ThrowsAsync<DatabaseException>(store.Database.MigrateAsync);

        Assert.Contains(Known(engine)[1], failed.Message, StringComparison.Ordinal);
        Assert.Equal("1", store.Ask("select count(*) from schemaversions"));
        Assert.False(Has(store, "articles"));
        Assert.True(Has(store, "events"));

        store.Ask("drop view sentence_positions");
        Assert.Equal(Known(engine).Skip(1), await store.Database.MigrateAsync(), StringComparer.Ordinal);
    }

    [Fact]
    public void Every_migration_exists_for_both_engines_under_one_name() =>
        Assert.Equal(Names(Migrations.Sqlite), Names(Migrations.Postgres), StringComparer.Ordinal);

    private static IReadOnlyList<string> Known(TestEngine engine) =>
        Migrations.Known(engine is SqliteTestEngine ? Migrations.Sqlite : Migrations.Postgres);

    private static IEnumerable<string> Names(string folder) => Migrations.Known(folder).Select(name => name[folder.Length..]);

    private static bool Has(TestStore store, string table)
    {
        try
        {
            return store.Ask($"select count(*) from {table}") is not null;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
