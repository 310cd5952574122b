namespace ClaimTracker.Data.Tests;

public sealed class PostgresDatabaseTests
{
    [Theory, OnPostgres]
    public async Task Processes_that_start_at_the_same_time_migrate_it_once(TestEngine engine)
    {
        await using var store = await engine.NewAsync(migrated: false);

        var ran = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(store.Database.MigrateAsync)));

        Assert.Equal(Migrations.Known(Migrations.Postgres), ran.SelectMany(static names => names), StringComparer.Ordinal);
        Assert.Equal("1", store.Ask("select count(*) from rating_scales"));
    }
}
