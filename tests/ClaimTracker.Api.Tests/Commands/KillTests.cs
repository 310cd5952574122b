using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using ClaimTracker.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Commands;

/// <summary>What was acknowledged is there after a kill -9, as often as CLAIMTRACKER_KILLS says; three times, if it says nothing.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Clients = 8;
    private const int WritesBeforeKill = 200;

    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("CLAIMTRACKER_KILLS") ?? "3", CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_acknowledged_write_is_lost_when_the_program_is_killed()
    {
        await using var store = await TestEngine.Current.NewAsync();
        var acknowledged = new ConcurrentDictionary<long, string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var service = await ServiceProcess.ServeAsync(store);
            await AssertAllThereAsync(service.Driver(ApiHost.Key), acknowledged);
            await WriteUntilKilledAsync(service, acknowledged, kill);
        }

        using var last = await ServiceProcess.ServeAsync(store);
        await AssertAllThereAsync(last.Driver(ApiHost.Key), acknowledged);
        Assert.InRange(acknowledged.Count, Kills * WritesBeforeKill, int.MaxValue);
        output.WriteLine($"{Kills} kills, {acknowledged.Count} acknowledged writes, none lost.");
    }

    // The kill comes from beside the clients, in the middle of their requests; a few more or less before it each time.
    private static async Task WriteUntilKilledAsync(ServiceProcess service, ConcurrentDictionary<long, string> acknowledged, int kill)
    {
        var api = service.Driver(ApiHost.Key);
        var enough = new TaskCompletionSource();
        var written = 0;
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(() => WriteAsync(client))).ToList();
        await Task.WhenAny([enough.Task, .. clients, Task.Delay(ServiceProcess.Patience)]);
        if (clients.Find(static client => client.IsCompleted) is { } early)
        {
            await early; // Throws what ended it.
            Assert.Fail($"A client lost the program after {written} writes, before kill {kill}.");
        }

        Assert.True(enough.Task.IsCompleted, $"Only {written} writes were acknowledged within {ServiceProcess.Patience}, before kill {kill}.");
        await service.KillAsync();
        await Task.WhenAll(clients);

        async Task WriteAsync(int client)
        {
            for (var i = 0; ; i++)
            {
                var text = $"Claim {i} of client {client} before kill {kill}.";
                try
                {
                    var answer = await api.PostAsync("/claims", new { text });
                    Assert.Equal(HttpStatusCode.Created, answer.Status);
                    Assert.True(acknowledged.TryAdd(answer.Id, text), $"The id {answer.Id} was given twice.");
                }
                catch (HttpRequestException) when (enough.Task.IsCompleted)
                {
                    return; // Not acknowledged: it may be there or not.
                }

                if (Interlocked.Increment(ref written) == WritesBeforeKill + kill)
                {
                    enough.SetResult();
                }
            }
        }
    }

    private static async Task AssertAllThereAsync(ApiDriver api, ConcurrentDictionary<long, string> acknowledged)
    {
        var there = new Dictionary<long, string>();
        string? next = null;
        do
        {
            var page = await api.GetAsync($"/claims?limit=500{(next is null ? "" : $"&cursor={next}")}");
            foreach (var claim in page.Items)
            {
                there.Add((long)claim!["id"]!, (string)claim["text"]!);
            }

            next = (string?)page.Json["next"];
        }
        while (next is not null);

        Assert.DoesNotContain(acknowledged, claim => there.GetValueOrDefault(claim.Key) != claim.Value);
    }
}
