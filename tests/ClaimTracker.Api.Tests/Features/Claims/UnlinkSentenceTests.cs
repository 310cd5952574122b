using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class UnlinkSentenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task The_claim_stays_when_its_sentence_is_unlinked()
    {
        var (_, sentences) = await _api.GivenArticleAsync("Unlink me from my claim 1.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "Unlinked soon." });

        var answer = await _api.DeleteAsync($"/sentences/{sentences[0]}/claims/{claim}");

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Empty((await _api.GetAsync($"/claims/{claim}")).Json["sentences"]!.AsArray());
        Assert.Equal("open", (string)(await _api.GetAsync($"/sentences/{sentences[0]}")).Json["state"]!);
        Assert.Equal(["sentence.linked", "sentence.unlinked"], await host.KindsAsync($"sentence/{sentences[0]}"));
    }

    [Fact]
    public async Task The_history_shows_the_link_as_it_was_made()
    {
        var (_, sentences) = await _api.GivenArticleAsync("Something stands before. The history of this span is kept.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = "Kept.", spanStart = 25, spanEnd = 36 });

        await _api.DeleteAsync($"/sentences/{sentences[1]}/claims/{claim}");

        var events = (await host.EventsAsync()).Where(e => e.Subject == $"sentence/{sentences[1]}");
        var bodies = events.Select(e => JsonNode.Parse(e.Body)!).ToList();
        Assert.Equal(bodies[0]["after"]!.ToJsonString(), bodies[1]["before"]!.ToJsonString());
    }

    [Fact]
    public async Task A_missing_link_is_not_found()
    {
        var (_, sentences) = await _api.GivenArticleAsync("No claim is linked to me 2.");
        var claim = await _api.GivenClaimAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await _api.DeleteAsync($"/sentences/{sentences[0]}/claims/{claim}")).Status);
    }
}
