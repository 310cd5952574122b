using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults.Sqlite;

/// <summary>A disk of eight megabytes, most of them taken by somebody else.</summary>
[Collection(Processes.Name)]
public sealed class DiskFullTests
{
    private const int Clients = 8;
    private const int Rounds = 3;
    private const int MostAlone = 200;

    [Needs(NeedsAttribute.Root)]
    public async Task A_full_disk_loses_nothing_and_reads_go_on_and_writes_do_when_there_is_room()
    {
        await using var disk = await Mount.MemoryAsync(megabytes: 8);
        await using var store = new SqliteStore(disk.Room);
        await SqliteTestEngine.FillAsync(store);
        var ledger = new Ledger();
        using (var service = await ServiceProcess.ServeAsync(store, ServiceProcess.Silent))
        {
            var api = service.Driver(ApiHost.Key);
            var filler = Path.Combine(disk.Folder, "filler");
            for (var round = 0; round < Rounds; round++)
            {
                Fill(filler);
                var refused = ledger.Refused;
                await ledger.WriteUntilAsync(api, Clients, _ => ledger.Refused >= refused + 50, padding: 1_900);

                // Where eight at once find no room, one alone may: what is left is soon taken.
                var full = await ledger.WriteAsync(api, padding: 1_900);
                for (var more = 0; full.Status == HttpStatusCode.Created && more < MostAlone; more++)
                {
                    full = await ledger.WriteAsync(api, padding: 1_900);
                }

                Assert.True(full.Status == HttpStatusCode.InsufficientStorage, full.Text);
                await ledger.AssertKeptAsync(api);

                File.Delete(filler);
                var acknowledged = ledger.Acknowledged;
                await ledger.WriteUntilAsync(api, Clients, _ => ledger.Acknowledged >= acknowledged + 50);
                await ledger.AssertKeptAsync(api);
            }

            Assert.Equal([HttpStatusCode.InsufficientStorage], ledger.Refusals);
            await service.KillAsync();
        }

        using var again = await ServiceProcess.ServeAsync(store);
        await ledger.AssertKeptAsync(again.Driver(ApiHost.Key));
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var piece = new byte[64 * 1024];
        try
        {
            while (true)
            {
                file.Write(piece);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }
}
