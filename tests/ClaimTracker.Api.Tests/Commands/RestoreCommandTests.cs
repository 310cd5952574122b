using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Commands;

/// <summary>backup and restore as an operator runs them.</summary>
[Collection(Processes.Name)]
public sealed class RestoreCommandTests
{
    [Fact]
    public async Task A_backup_is_written_while_the_service_runs_and_goes_into_an_empty_database_and_into_no_other()
    {
        var parent = Scratch.NewFolder("backups");
        await using var source = await TestEngine.Current.NewAsync();
        await using var target = await TestEngine.Current.NewAsync(migrated: false);
        try
        {
            using (var service = await ServiceProcess.ServeAsync(source))
            {
                await service.Driver(ApiHost.Key).GivenClaimAsync();
                var (code, output, _) = await ServiceProcess.RunAsync(source, adminKey: null, "backup", parent.FullName);
                Assert.Equal(0, code);
                Assert.Matches($"history up to {source.Ask("select max(seq) from events")}\\.", output);
            }

            var folder = Assert.Single(parent.GetDirectories()).FullName;
            Empty(target);
            var (exit, said, _) = await ServiceProcess.RunAsync(target, adminKey: null, "restore", folder);
            Assert.Equal(0, exit);
            Assert.Contains("now holds the backup of", said, StringComparison.Ordinal);
            Assert.Equal((0, ""), await VerifyAsync(target));

            using (var restored = await ServiceProcess.ServeAsync(target))
            {
                Assert.Single((await restored.Driver(ApiHost.Key).GetAsync("/claims")).Items);
                Assert.Equal(0, await restored.StopAsync());
            }

            AssertRefused(await ServiceProcess.RunAsync(target, adminKey: null, "restore", folder), "is not empty");
            Assert.Equal("1", target.Ask("select count(*) from claims"));
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_backup_that_is_damaged_changes_nothing_where_it_should_go()
    {
        var parent = Scratch.NewFolder("backups");
        await using var source = await TestEngine.Current.NewAsync();
        await using var target = await TestEngine.Current.NewAsync(migrated: false);
        try
        {
            Assert.Equal(0, (await ServiceProcess.RunAsync(source, adminKey: null, "backup", parent.FullName)).Exit);
            var folder = Assert.Single(parent.GetDirectories()).FullName;
            File.Delete(Path.Combine(folder, "manifest.json"));
            Empty(target);

            AssertRefused(await ServiceProcess.RunAsync(target, adminKey: null, "restore", folder), "it has no manifest.json");

            Assert.False(target is SqliteStore store && Directory.Exists(store.Folder));
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    // The folder of a new instance is not there yet.
    // Nobody has opened it to write yet.
    private static async Task<(int Exit, string Error)> VerifyAsync(TestStore store)
    {
        var (exit, _, error) = await ServiceProcess.RunAsync(store, adminKey: null, "verify");
        return (exit, error);
    }

    private static void Empty(TestStore target)
    {
        if (target is SqliteStore store)
        {
            Directory.Delete(store.Folder, recursive: true);
        }
    }

    private static void AssertRefused((int Exit, string Output, string Error) run, string reason)
    {
        Assert.Equal(1, run.Exit);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }
}
