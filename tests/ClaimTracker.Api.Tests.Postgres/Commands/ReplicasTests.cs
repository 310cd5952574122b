using System.Collections.Concurrent;
using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Commands;

/// <summary>Several processes of the service on one database.</summary>
[Collection(Processes.Name)]
public sealed class ReplicasTests
{
    private const int Clients = 8;
    private const int Rounds = 125; // Of two requests each: 2,000 in all.

    [Fact]
    public async Task Each_answer_is_right_whichever_replica_gave_it_and_nothing_acknowledged_is_lost_when_one_is_killed()
    {
        await using var store = await TestEngine.Current.NewAsync();
        using var first = await ServiceProcess.ServeAsync(store);
        using var second = await ServiceProcess.ServeAsync(store);
        ApiDriver[] replicas = [first.Driver(ApiHost.Key), second.Driver(ApiHost.Key)];
        var acknowledged = new ConcurrentDictionary<long, string>();
        var unanswered = 0;

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => WorkAsync(client))));

        var claims = await store.Database.Open(TimeProvider.System).ReadAsync(
            static tx => tx.ListAsync<ClaimRow>("select id, text from claims"), CancellationToken.None);
        Assert.Equal(claims.Count, claims.Select(static claim => claim.Text).Distinct(StringComparer.Ordinal).Count());
        var there = claims.ToDictionary(static claim => claim.Id, static claim => claim.Text);
        Assert.DoesNotContain(acknowledged, claim => there.GetValueOrDefault(claim.Key) != claim.Value);
        Assert.InRange(acknowledged.Count, (Clients * Rounds) - unanswered, Clients * Rounds);
        Assert.InRange(unanswered, 0, Clients);
        Assert.Equal(store.Ask("select count(*) from events"), store.Ask("select max(seq) from events"));

        async Task WorkAsync(int client)
        {
            for (var round = 0; round < Rounds; round++)
            {
                if (client == 0 && round == Rounds / 2)
                {
                    await second.KillAsync();
                }

                var text = $"Claim {round} of client {client}.";
                if (await SendAsync(round, api => api.PostAsync("/claims", new { text, priority = round % 100 })) is not { } made)
                {
                    Interlocked.Increment(ref unanswered); // The replica was killed before it answered: stored or not.
                    continue;
                }

                Assert.True(made.Status == HttpStatusCode.Created, made.Text);
                Assert.True(acknowledged.TryAdd(made.Id, text), $"The id {made.Id} was given twice.");

                // The other replica knows it at once, with the same ETag.
                var read = await SendAsync(round + 1, api => api.GetAsync($"/claims/{made.Id}"))
                    ?? await SendAsync(round, api => api.GetAsync($"/claims/{made.Id}"));
                Assert.Equal((HttpStatusCode.OK, text, made.ETag), (read!.Status, (string?)read.Json["text"], read.ETag));
            }
        }

        // As a balancer does: in turns, and to the first where the second does not take the connection.
        async Task<Answer?> SendAsync(int turn, Func<ApiDriver, Task<Answer>> send)
        {
            try
            {
                return await send(replicas[turn % 2]);
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
            {
                return await send(replicas[0]);
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }

    [Fact]
    public async Task Two_that_start_at_once_on_an_empty_database_make_one_key()
    {
        await using var store = await TestEngine.Current.NewAsync(migrated: false);

        var replicas = await Task.WhenAll(
            ServiceProcess.ServeAsync(store, adminKey: null), ServiceProcess.ServeAsync(store, adminKey: null));
        using var first = replicas[0];
        using var second = replicas[1];
        await Task.WhenAll(first.StopAsync(), second.StopAsync());

        var key = Assert.Single(replicas.Select(static replica => replica.PrintedKey).OfType<string>());
        using var again = await ServiceProcess.ServeAsync(store, adminKey: null);
        Assert.Equal(HttpStatusCode.OK, (await again.Driver(key).GetAsync("/claims")).Status);
    }

    private sealed record ClaimRow
    {
        public long Id { get; init; }

        public string Text { get; init; } = "";
    }
}
