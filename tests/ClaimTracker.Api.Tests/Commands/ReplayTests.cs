using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using ClaimTracker.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Commands;

/// <summary>
/// Clients that do not know what became of a request send it again, with the same Idempotency-Key, after the program was killed
/// under them: as many as CLAIMTRACKER_REPLAYS says; 40, if it says nothing.
/// </summary>
[Collection(Processes.Name)]
public sealed class ReplayTests(ITestOutputHelper output)
{
    private const int Clients = 8;
    private const int WritesBeforeKill = 60;
    private const int ReplaysOfAnswered = 12;

    private static readonly int Replays = int.Parse(
        Environment.GetEnvironmentVariable("CLAIMTRACKER_REPLAYS") ?? "40", CultureInfo.InvariantCulture);

    private readonly ConcurrentDictionary<string, long> _answered = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _open = new();
    private int _requests;

    [Fact]
    public async Task A_request_that_is_sent_again_after_a_kill_is_done_once()
    {
        await using var store = await TestEngine.Current.NewAsync();
        var (replays, kills) = (0, 0);
        while (replays < Replays)
        {
            using (var service = await ServiceProcess.ServeAsync(store))
            {
                await WriteUntilKilledAsync(service, kills++);
            }

            using var again = await ServiceProcess.ServeAsync(store);
            replays += await ReplayAsync(again.Driver(ApiHost.Key));
            await again.KillAsync();
        }

        using var last = await ServiceProcess.ServeAsync(store);
        var texts = await TextsAsync(last.Driver(ApiHost.Key));
        output.WriteLine($"{replays} replays after {kills} kills, {texts.Count} claims, "
            + $"{texts.Count - texts.Distinct(StringComparer.Ordinal).Count()} of them twice.");
        Assert.Equal(_answered.Keys.Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
    }

    private async Task WriteUntilKilledAsync(ServiceProcess service, int kill)
    {
        var api = service.Driver(ApiHost.Key);
        var enough = new TaskCompletionSource();
        var goal = _answered.Count + WritesBeforeKill + kill;
        var clients = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var key = $"request {Interlocked.Increment(ref _requests)}";
                try
                {
                    Assert.True(_answered.TryAdd(key, (await SendAsync(api, key)).Id));
                }
                catch (HttpRequestException)
                {
                    _open.Enqueue(key);
                    return;
                }

                if (_answered.Count >= goal)
                {
                    enough.TrySetResult();
                }
            }
        })));
        await Task.WhenAny(enough.Task, clients, Task.Delay(ServiceProcess.Patience));
        Assert.True(
            enough.Task.IsCompleted && !clients.IsCompleted,
            $"Kill {kill}: {_answered.Count} of {goal} requests were answered; clients {clients.Status}.");
        await service.KillAsync();
        await clients;
    }

    // All that were not answered, and some that were.
    private async Task<int> ReplayAsync(ApiDriver api)
    {
        var replays = 0;
        foreach (var (key, id) in _answered.OrderByDescending(static answer => answer.Value).Take(ReplaysOfAnswered))
        {
            Assert.Equal(id, (await SendAsync(api, key)).Id);
            replays++;
        }

        for (; _open.TryDequeue(out var key); replays++)
        {
            Assert.True(_answered.TryAdd(key, (await SendAsync(api, key)).Id));
        }

        return replays;
    }

    private static async Task<Answer> SendAsync(ApiDriver api, string key)
    {
        var request = Refusals.Request(HttpMethod.Post, "/api/v1/claims", $$"""{"text":"{{key}}"}""");
        request.Headers.Add("Idempotency-Key", key);
        var answer = await api.SendAsync(request);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return answer;
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(ApiDriver api)
    {
        var texts = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await api.GetAsync($"/claims?limit=500{(next.Length == 0 ? "" : $"&cursor={next}")}");
            texts.AddRange(page.Items.Select(static claim => (string)claim!["text"]!));
            next = (string?)page.Json["next"];
        }

        return texts;
    }
}
