using System.Globalization;
using ClaimTracker.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>Backups that are taken while clients write, as many as CLAIMTRACKER_BACKUPS says; two, if it says nothing.</summary>
[Collection(Processes.Name)]
public sealed class BackupUnderLoadTests(ITestOutputHelper output) : IDisposable
{
    private const int Clients = 8;
    private const int WritesBeforeBackup = 100;

    private const string BrokenLinksSql =
        "select count(*) from events e left join events p on p.seq = e.seq - 1 where e.prev <> coalesce(p.hash, '')";
    private const string MissingLinesSql = "select max(seq) - count(*) from events";

    private static readonly int Backups = int.Parse(
        Environment.GetEnvironmentVariable("CLAIMTRACKER_BACKUPS") ?? "2", CultureInfo.InvariantCulture);

    private readonly DirectoryInfo _parent = Scratch.NewFolder("backups");

    [Fact]
    public async Task A_backup_has_all_that_was_acknowledged_before_it_began_and_a_history_that_holds()
    {
        await using var source = await TestEngine.Current.NewAsync();
        var ledger = new Ledger();
        var taken = new List<(string Folder, IReadOnlyDictionary<long, string> Acknowledged)>();
        using (var service = await ServiceProcess.ServeAsync(source))
        {
            var api = service.Driver(ApiHost.Key);
            for (var backup = 0; backup < Backups; backup++)
            {
                var (going, goal, done) = (new TaskCompletionSource(), ledger.Acknowledged + WritesBeforeBackup, false);
                var clients = ledger.WriteUntilAsync(api, Clients, _ =>
                {
                    if (ledger.Acknowledged >= goal)
                    {
                        going.TrySetResult();
                    }

                    return Volatile.Read(ref done);
                });
                await going.Task.WaitAsync(ServiceProcess.Patience);
                var acknowledged = ledger.Snapshot();
                var (exit, _, error) = await ServiceProcess.RunAsync(source, adminKey: null, "backup", _parent.FullName);
                var meanwhile = ledger.Acknowledged - acknowledged.Count;
                Volatile.Write(ref done, true);
                await clients;
                Assert.True(exit == 0, error);
                Assert.NotEqual(0, meanwhile);
                taken.Add(
                    (_parent.GetDirectories().OrderBy(static folder => folder.Name, StringComparer.Ordinal).Last().FullName, acknowledged));
            }

            Assert.Equal(0, ledger.Refused);
        }

        foreach (var (folder, acknowledged) in taken)
        {
            await AssertRestoresAsync(folder, acknowledged);
        }

        output.WriteLine(
            $"{Backups} backups while {ledger.Acknowledged} writes were acknowledged, none missing that was acknowledged before.");
    }

    public void Dispose() => _parent.Delete(recursive: true);

    private static async Task AssertRestoresAsync(string folder, IReadOnlyDictionary<long, string> acknowledged)
    {
        await using var target = await TestEngine.Current.NewAsync(migrated: false);
        if (target is SqliteStore store)
        {
            Directory.Delete(store.Folder, recursive: true); // That of a new instance is not there yet.
        }

        var (exit, _, error) = await ServiceProcess.RunAsync(target, adminKey: null, "restore", folder);
        Assert.True(exit == 0, error);
        Assert.Equal(("0", "0"), (target.Ask(BrokenLinksSql), target.Ask(MissingLinesSql)));
        using var service = await ServiceProcess.ServeAsync(target);
        Assert.Equal(0, await Ledger.CountMissingAsync(service.Driver(ApiHost.Key), acknowledged));
    }
}
