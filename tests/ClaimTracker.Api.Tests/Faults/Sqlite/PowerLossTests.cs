using System.Globalization;
using ClaimTracker.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Faults.Sqlite;

/// <summary>
/// The power goes while clients write, as often as CLAIMTRACKER_LOSSES says; twice, if it says nothing. The data folder is on a disk
/// that a file holds, and this file is copied: it has what the disk was given until then, and nothing of what the kernel still held
/// back. The file lies on a second disk, which is frozen meanwhile, so that the copy is of one moment, be it in the middle of a flush.
/// </summary>
[Collection(Processes.Name)]
public sealed class PowerLossTests(ITestOutputHelper output) : IDisposable
{
    private const int Clients = 8;
    private const int WritesBeforeLoss = 60;

    private static readonly int Losses = int.Parse(
        Environment.GetEnvironmentVariable("CLAIMTRACKER_LOSSES") ?? "2", CultureInfo.InvariantCulture);

    private readonly DirectoryInfo _images = Directory.CreateTempSubdirectory("claimtracker-images-");

    [Needs(NeedsAttribute.Root, "mkfs.ext4", "fsfreeze")]
    public async Task What_was_acknowledged_is_on_the_disk_when_the_power_goes()
    {
        var (acknowledged, missing) = await LoseAsync(Losses, ServiceProcess.Silent);

        output.WriteLine($"{Losses} losses, {acknowledged} acknowledged writes, {missing} missing.");
        Assert.Equal(0, missing);
    }

    /// <summary>
    /// Without the flush of the WAL, as with synchronous=NORMAL. A disk that lost nothing here would prove nothing above.
    /// </summary>
    [Needs(NeedsAttribute.Root, "mkfs.ext4", "fsfreeze", "gcc")]
    public async Task Without_the_flush_before_the_answer_some_would_be_lost()
    {
        using var disk = await FaultyDisk.NewAsync();
        disk.Begin("no-flush");

        var (acknowledged, missing) = await LoseAsync(1, disk.Environment);

        output.WriteLine($"Control without the flush: {acknowledged} acknowledged writes, {missing} missing.");
        Assert.NotEqual(0, missing);
    }

    public void Dispose() => _images.Delete(recursive: true);

    private async Task<(int Acknowledged, int Missing)> LoseAsync(int losses, IReadOnlyDictionary<string, string> environment)
    {
        await using var outer = await Mount.NewImageAsync(Image("outer.img"), megabytes: 400);
        await using var inner = await Mount.NewImageAsync(Path.Combine(outer.Folder, "inner.img"), megabytes: 256);
        await using var store = new SqliteStore(inner.Room);
        using var service = await ServiceProcess.ServeAsync(store, environment);
        var api = service.Driver(ApiHost.Key);
        var ledger = new Ledger();
        var missing = 0;
        for (var loss = 0; loss < losses; loss++)
        {
            var (going, goal, done) = (new TaskCompletionSource(), ledger.Acknowledged + WritesBeforeLoss + loss, false);
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
            await CutAsync(outer, Path.Combine(outer.Folder, "inner.img"));
            Volatile.Write(ref done, true);
            await clients;
            missing += await CountMissingAsync(acknowledged);
        }

        return (ledger.Acknowledged, missing);
    }

    private async Task CutAsync(Mount outer, string image)
    {
        await Shell.RunAsync("fsfreeze", "--freeze", outer.Folder);
        try
        {
            await Shell.RunAsync("cp", "--sparse=always", image, Image("copy.img"));
        }
        finally
        {
            await Shell.RunAsync("fsfreeze", "--unfreeze", outer.Folder);
        }
    }

    // What a machine does that comes up again: it replays the journal of the disk, and starts the service.
    private async Task<int> CountMissingAsync(IReadOnlyDictionary<long, string> acknowledged)
    {
        await using var disk = await Mount.ImageAsync(Image("copy.img"));
        await using var store = new SqliteStore(disk.Room);
        using var service = await ServiceProcess.ServeAsync(store);
        var missing = await Ledger.CountMissingAsync(service.Driver(ApiHost.Key), acknowledged);
        Assert.Equal(0, await service.StopAsync());
        return missing;
    }

    private string Image(string name) => Path.Combine(_images.FullName, name);
}
