using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.History;

public sealed class HistoryChainTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Each_event_carries_the_hash_of_the_previous_one()
    {
        var (_, sentences) = await host.Api.GivenArticleAsync("The history of this is chained 1.");
        var claim = await host.Api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "It is chained. 😀" });
        await host.Api.PatchAsync($"/claims/{claim}", new { headline = "Edited" });
        await host.Api.GivenPublishedAsync(claim, "True");

        var events = await host.EventsAsync();

        var prev = "";
        foreach (var (e, i) in events.Select((e, i) => (e, i)))
        {
            Assert.Equal((i + 1, prev), (e.Seq, e.Prev));
            Assert.Equal(e.Hash, Chain.HashOf(e.Prev, e.Seq, e.At, e.Actor, e.Kind, e.Subject, Chain.BodyHash(e.Salt, e.Body)));
            prev = e.Hash;
        }

        Assert.True(events.Count > 6);
        Assert.All(events.Skip(3), e => Assert.Equal("2026-03-03T12:00:00Z", e.At));
        Assert.Equal(
            ["admin (configured)", "Colleague"],
            events.Skip(3).Select(e => e.Actor).Distinct(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}
