using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults.Sqlite;

/// <summary>The disk of the data folder cannot be written, from the start or from some moment on.</summary>
[Collection(Processes.Name)]
public sealed class ReadOnlyTests
{
    private const int Clients = 8;

    [Needs(NeedsAttribute.Root)]
    public async Task A_start_on_a_read_only_disk_is_refused_in_one_sentence_and_works_when_it_can_be_written()
    {
        await using var disk = await Mount.MemoryAsync(megabytes: 16);
        await using var store = new SqliteStore(disk.Room);
        await ServiceProcess.RunAsync(store, adminKey: null, "migrate");
        await disk.RemountAsync("ro");

        var (exit, _, error) = await ServiceProcess.RunAsync(store, ApiHost.Key, "--urls", "http://127.0.0.1:0");

        await disk.RemountAsync("rw");
        Assert.Equal(1, exit);
        Assert.Contains("cannot be used", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        using var service = await ServiceProcess.ServeAsync(store);
        await service.Driver(ApiHost.Key).GivenClaimAsync();
    }

    /// <summary>As a kernel does that has found a fault in the file system.</summary>
    [Needs(NeedsAttribute.Root, "mkfs.ext4")]
    public async Task A_disk_that_the_kernel_makes_read_only_refuses_writes_and_reads_go_on_and_nothing_is_lost()
    {
        var images = Directory.CreateTempSubdirectory("claimtracker-images-");
        await using (var disk = await Mount.NewImageAsync(Path.Combine(images.FullName, "disk.img"), megabytes: 64))
        {
            var store = new SqliteStore(disk.Room); // Gone with the disk, which may be read-only again by then.
            var ledger = new Ledger();
            using (var service = await ServiceProcess.ServeAsync(store, ServiceProcess.Silent))
            {
                var api = service.Driver(ApiHost.Key);
                await ledger.WriteUntilAsync(api, Clients, _ => ledger.Acknowledged >= 100);
                await disk.RemountAsync("abort");

                await ledger.WriteUntilAsync(api, Clients, _ => ledger.Refused >= 50);
                try
                {
                    Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ledger.WriteAsync(api)).Status);
                    await ledger.AssertKeptAsync(api);
                    await service.KillAsync();
                }
                catch (HttpRequestException)
                {
                    // The kernel refused the flush, and not the write before it: then nobody knows what the disk holds.
                    Assert.Equal(DiskException.ExitCode, await service.ExitAsync());
                }

                Assert.DoesNotContain(ledger.Refusals, static status => status != HttpStatusCode.ServiceUnavailable);
            }

            await disk.UnmountAsync();
            await disk.MountAsync();
            using var again = await ServiceProcess.ServeAsync(store);
            var after = again.Driver(ApiHost.Key);
            await ledger.AssertKeptAsync(after);
            Assert.Equal(HttpStatusCode.Created, (await ledger.WriteAsync(after)).Status);
            await again.StopAsync();
        }

        images.Delete(recursive: true);
    }
}
