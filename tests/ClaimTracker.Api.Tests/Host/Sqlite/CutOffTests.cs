using System.Diagnostics;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Host.Sqlite;

/// <summary>A request that does not end, when the service is told to.</summary>
[Collection(Processes.Name)]
public sealed class CutOffTests
{
    [Fact]
    public async Task It_is_cut_off_after_the_time_that_is_said_and_nothing_of_it_is_kept()
    {
        await using var store = await TestEngine.Current.NewAsync();
        using var service = await ServiceProcess.ServeAsync(store, ServiceProcess.Silent);
        using var endless = await SlowRequest.BeginAsync(service.Address, "It never ends.");

        var began = Stopwatch.GetTimestamp();
        Assert.Equal(0, await service.StopAsync());

        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, HttpLimits.StopSeconds - 1, HttpLimits.StopSeconds + 20);
        Assert.Equal("0", store.Ask("select count(*) from claims"));
    }
}
