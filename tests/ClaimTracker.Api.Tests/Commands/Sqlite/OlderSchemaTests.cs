using System.Globalization;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Commands.Sqlite;

/// <summary>
/// Databases of every earlier schema, whose migration is killed; each so often as CLAIMTRACKER_KILLS says, once if it says nothing. Every
/// next start serves them.
/// </summary>
[Collection(Processes.Name)]
public sealed class OlderSchemaTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("CLAIMTRACKER_KILLS") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public async Task An_older_database_whose_migration_was_killed_is_served_by_the_next_start()
    {
        var scripts = Migrations.Known(Migrations.Sqlite);
        for (var (version, run) = (1, 0); version < scripts.Count; version++)
        {
            for (var kill = 0; kill < Kills; kill++, run++)
            {
                await using var store = new SqliteStore();
                await File.WriteAllBytesAsync(store.File, []);
                MigrateTo(store, scripts.Take(version));
                await ServiceProcess.KillStartAsync(store, Longest * ((run % 10) + 1) / 10);

                using var service = await ServiceProcess.ServeAsync(store);
                await service.ReadyAsync();
                await service.StopAsync();
                Assert.Equal(scripts.Count, int.Parse(store.Ask("select count(*) from SchemaVersions")!, CultureInfo.InvariantCulture));
            }
        }

        output.WriteLine($"{scripts.Count - 1} older schemas, {Kills} kills of each migration, and every next start served.");
    }

    [Fact]
    public async Task Values_of_fields_outlive_the_migration_that_makes_their_tables_anew()
    {
        var scripts = Migrations.Known(Migrations.Sqlite);
        await using var store = new SqliteStore();
        await File.WriteAllBytesAsync(store.File, []);
        MigrateTo(store, scripts.TakeWhile(static name => !name.EndsWith("more_fields.sql", StringComparison.Ordinal)));
        store.Ask("""
            insert into claims (text, text_key, attribution, appearances, priority, created_by, created_at, updated_at)
            values ('It was.', 'it was.', '[]', '[]', 0, 'a', '2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z')
            """);
        foreach (var name in (string[])["topic", "gone"])
        {
            store.Ask($"""
                insert into fields (subject, name, name_key, type, created_by, created_at, updated_at)
                values ('claim', '{name}', '{name}', 'text', 'a', '2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z')
                """);
        }

        store.Ask("delete from fields where id = 2");
        store.Ask("insert into claim_fields (claim_id, field_id, ordinal, value, value_key) values (1, 1, 0, 'Health', 'health')");

        await store.Database.MigrateAsync();

        Assert.Equal("topic: Health", store.Ask(
            "select f.name || ': ' || v.value from claim_fields v join fields f on f.id = v.field_id where v.claim_id = 1"));
        Assert.Equal("2", store.Ask("select seq from sqlite_sequence where name = 'fields'"));
        Assert.Equal("", store.Ask("pragma foreign_key_check"));
    }

    private static void MigrateTo(SqliteStore store, IEnumerable<string> scripts)
    {
        store.Ask("""
            create table SchemaVersions (
                SchemaVersionID integer primary key autoincrement not null, ScriptName text not null, Applied datetime not null)
            """);
        foreach (var name in scripts)
        {
            store.Ask(Repository.Read($"db/migrations/{name}"));
            store.Ask($"insert into SchemaVersions (ScriptName, Applied) values ('{name}', '2026-01-01')");
        }
    }
}
