namespace ClaimTracker.Api.Tests.Web.Health;

public sealed class ReadinessTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task With_room_on_its_disk_and_a_database_that_answers_it_is_ready()
    {
        await using var database = await TestDatabase.NewAsync(TestEngine.Current);

        Assert.All(
            await CheckAsync(database, new ReadinessRules(Path.GetTempPath(), 1, Long)), static check => Assert.Equal("ok", check.Value));
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), ".probe"));
    }

    [Fact]
    public async Task A_writer_that_does_not_get_on_does_not_keep_a_probe_waiting_for_good()
    {
        await using var database = await TestDatabase.NewAsync(TestEngine.Current);
        var done = new TaskCompletionSource();
        var held = database.Db.WriteAsync(async _ =>
        {
            await done.Task;
            return true;
        });

        var stuck = await CheckAsync(database, new ReadinessRules(null, 0, Moment));
        done.SetResult();
        await held;

        Assert.Equal("The database cannot be written: it has not answered for 0.1 seconds.", stuck["writes"]);
        Assert.Equal("ok", stuck["reads"]);
        Assert.All(await CheckAsync(database, new ReadinessRules(null, 0, Long)), static check => Assert.Equal("ok", check.Value));
    }

    [Fact]
    public async Task Too_little_room_on_the_disk_of_the_data_folder_is_named()
    {
        await using var database = await TestDatabase.NewAsync(TestEngine.Current);

        var checks = await CheckAsync(database, new ReadinessRules(Path.GetTempPath(), long.MaxValue, Long));

        Assert.Contains("bytes left", checks["disk"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_gone_is_named()
    {
        await using var database = await TestDatabase.NewAsync(TestEngine.Current);

        var checks = await CheckAsync(database, new ReadinessRules("/proc/nowhere", 0, Long));

        Assert.Equal("The data folder cannot be written.", checks["disk"]);
    }

    [Fact]
    public async Task A_service_that_is_stopping_takes_no_more_work()
    {
        await using var database = await TestDatabase.NewAsync(TestEngine.Current);
        var state = new ServiceState();
        state.Stop();

        Assert.Equal(
            "The service is stopping.", await new Readiness(database.Db, new ReadinessRules(null, 0, Long), state).Running.LookAsync());
    }

    private static async Task<IReadOnlyDictionary<string, string>> CheckAsync(TestDatabase database, ReadinessRules rules)
    {
        var readiness = new Readiness(database.Db, rules, new ServiceState());
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["reads"] = await readiness.Reads.LookAsync() ?? "ok",
            ["writes"] = await readiness.Writes.LookAsync() ?? "ok",
            ["disk"] = await readiness.Disk.LookAsync() ?? "ok",
        };
    }
}
