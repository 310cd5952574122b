namespace ClaimTracker.Api.Tests.Web.Health;

/// <summary>A server that takes no writes, as a standby is, and a primary that an operator has closed.</summary>
public sealed class ReadOnlyServerTests
{
    // It holds for connections that are made from then on.
    private const string CloseSql = """
        do $$ begin execute format('alter database %I set default_transaction_read_only = on', current_database()); end $$;
        select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid();
        """;

    [Fact]
    public async Task A_server_that_takes_no_writes_is_named_and_reads_go_on()
    {
        await using var database = await TestDatabase.NewAsync(TestEngine.Current);
        database.Ask(CloseSql);

        var readiness = new Readiness(database.Db, new ReadinessRules(null, 0, TimeSpan.FromSeconds(30)), new ServiceState());

        Assert.Equal("The database is read-only.", await readiness.Writes.LookAsync());
        Assert.Null(await readiness.Reads.LookAsync());
    }
}
