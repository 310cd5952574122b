using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults.Sqlite;

/// <summary>The disk fails under the service while clients write: nothing that was acknowledged is lost, nothing refused is kept.</summary>
[Collection(Processes.Name)]
public sealed class FaultyDiskTests
{
    private const int Clients = 8;
    private const int Some = 100;

    [Needs("gcc")]
    public async Task What_the_disk_refuses_is_refused_and_reads_go_on_and_writes_do_when_the_disk_does()
    {
        using var disk = await FaultyDisk.NewAsync();
        await using var store = await TestEngine.Current.NewAsync();
        var ledger = new Ledger();
        using (var service = await ServiceProcess.ServeAsync(store, disk.Environment))
        {
            var api = service.Driver(ApiHost.Key);
            foreach (var (fault, status) in new[] { ("write-fails", 503), ("read-only", 503), ("full", 507) })
            {
                var goal = ledger.Acknowledged + Some;
                await ledger.WriteUntilAsync(api, Clients, _ => ledger.Acknowledged >= goal);
                var refused = ledger.Refused;

                disk.Begin(fault);
                await ledger.WriteUntilAsync(api, Clients, _ => ledger.Refused >= refused + Some);
                var answer = await ledger.WriteAsync(api);
                Assert.Equal(status, (int)answer.Status);
                Assert.Contains("Nothing was written", answer.Text, StringComparison.Ordinal);
                await ledger.AssertKeptAsync(api);
                disk.End(fault);

                Assert.Equal(HttpStatusCode.Created, (await ledger.WriteAsync(api)).Status);
                await ledger.AssertKeptAsync(api);
            }

            await service.KillAsync();
        }

        using var again = await ServiceProcess.ServeAsync(store);
        await ledger.AssertKeptAsync(again.Driver(ApiHost.Key));
    }

    [Needs("gcc")]
    public async Task A_disk_that_cannot_be_read_is_answered_with_503_until_it_can()
    {
        using var disk = await FaultyDisk.NewAsync();
        await using var store = await TestEngine.Current.NewAsync();
        using var service = await ServiceProcess.ServeAsync(store, disk.Environment);
        var api = service.Driver(ApiHost.Key);

        disk.Begin("read-fails");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.GetAsync("/claims")).Status);
        disk.End("read-fails");

        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/claims")).Status);
    }

    /// <summary>Of the WAL, before a write is answered, and of the file, when the WAL is folded into it.</summary>
    [NeedsTheory("gcc")]
    [InlineData("flush-fails")]
    [InlineData("fold-fails")]
    public async Task A_flush_that_fails_ends_the_program_with_a_code_of_its_own_and_what_was_acknowledged_is_there(string fault)
    {
        using var disk = await FaultyDisk.NewAsync();
        await using var store = await TestEngine.Current.NewAsync();
        var ledger = new Ledger();
        var answers = new System.Collections.Concurrent.ConcurrentBag<Answer>();
        using (var service = await ServiceProcess.ServeAsync(store, disk.Environment))
        {
            var api = service.Driver(ApiHost.Key);
            await ledger.WriteUntilAsync(api, Clients, _ => ledger.Acknowledged >= Some);
            disk.Begin(fault);
            var ends = service.ExitAsync();
            await ledger.WriteUntilAsync(api, Clients, answer =>
            {
                answers.Add(answer);
                return false;
            }, padding: 1_900);

            Assert.Equal(DiskException.ExitCode, await ends);
            var error = await service.LogAsync();
            Assert.Contains("The disk did not confirm a write", error, StringComparison.Ordinal);
            Assert.Single(error.Trim().Split('\n'));
        }

        Assert.All(
            answers,
            static answer => Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, answer.Text));
        Assert.True(
            fault == "fold-fails" || answers.Any(static answer => answer.Text.Contains("may have been kept", StringComparison.Ordinal)));
        using var again = await ServiceProcess.ServeAsync(store);
        await ledger.AssertKeptAsync(again.Driver(ApiHost.Key));
    }

    [Needs("gcc")]
    public async Task A_flush_that_fails_at_the_stop_makes_it_no_clean_one()
    {
        using var disk = await FaultyDisk.NewAsync();
        await using var store = await TestEngine.Current.NewAsync();
        using (var service = await ServiceProcess.ServeAsync(store, disk.Environment))
        {
            await service.Driver(ApiHost.Key).GivenClaimAsync();
            disk.Begin("fold-fails");

            Assert.Equal(DiskException.ExitCode, await service.StopAsync());
        }

        using var again = await ServiceProcess.ServeAsync(
            store, new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging__LogLevel__Default"] = "Warning" });
        Assert.Single((await again.Driver(ApiHost.Key).GetAsync("/claims")).Items);
        Assert.Equal(0, await again.StopAsync());
        Assert.Contains("unclean_stop", await again.LogAsync(), StringComparison.Ordinal);
    }
}
