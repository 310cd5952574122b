using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Tests.Data;

public sealed class PostgresDatabaseTests
{
    [Fact]
    public async Task Several_processes_that_begin_at_once_migrate_it_once()
    {
        await using var store = await TestEngine.Current.NewAsync(migrated: false);

        var ran = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(store.Database.MigrateAsync)));

        Assert.Equal(Migrations.Known(Migrations.Postgres), ran.SelectMany(static names => names), StringComparer.Ordinal);
        Assert.Equal("1", store.Ask("select count(*) from rating_scales"));
    }
}
