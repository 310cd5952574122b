using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Api.Tests.Faults;
using ClaimTracker.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Commands;

/// <summary>What was acknowledged is there after a kill -9, as often as CLAIMTRACKER_KILLS says; three times, if it says nothing.</summary>
[Collection(Processes.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Clients = 8;
    private const int WritesBeforeKill = 200;

    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("CLAIMTRACKER_KILLS") ?? "3", CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_acknowledged_write_is_lost_when_the_program_is_killed()
    {
        await using var store = await TestEngine.Current.NewAsync();
        var ledger = new Ledger();
        var slowest = TimeSpan.Zero;
        for (var kill = 0; kill < Kills; kill++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var service = await ServiceProcess.ServeAsync(store);
            await service.ReadyAsync();
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(begun).Ticks));
            var api = service.Driver(ApiHost.Key);
            await ledger.AssertKeptAsync(api);

            // The kill comes from beside the clients, in the middle of their requests; a few more or less before it each time.
            var enough = new TaskCompletionSource();
            var goal = ledger.Acknowledged + WritesBeforeKill + kill;
            var clients = ledger.WriteUntilAsync(api, Clients, _ =>
            {
                if (ledger.Acknowledged >= goal)
                {
                    enough.TrySetResult();
                }

                return false;
            });
            await Task.WhenAny(enough.Task, clients, Task.Delay(ServiceProcess.Patience));
            Assert.True(
                enough.Task.IsCompleted && !clients.IsCompleted,
                $"Kill {kill}: only {ledger.Acknowledged} of {goal} writes, clients {clients.Status}.");
            await service.KillAsync();
            await clients;
        }

        using var last = await ServiceProcess.ServeAsync(store);
        await ledger.AssertKeptAsync(last.Driver(ApiHost.Key));
        Assert.Equal(0, ledger.Refused);
        output.WriteLine(
            $"{Kills} kills, {ledger.Acknowledged} acknowledged writes, none lost; "
                + $"ready after {slowest.TotalSeconds:0.0} s at the slowest.");
    }
}
