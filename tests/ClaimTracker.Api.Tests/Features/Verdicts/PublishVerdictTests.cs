using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class PublishVerdictTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task The_first_verdict_that_is_published_speaks_for_the_desk()
    {
        var claim = await _api.GivenClaimAsync();
        await _api.GivenEvidenceAsync(claim);
        var (first, second) = (await _api.GivenDraftAsync(claim, "True"), await _api.GivenDraftAsync(claim, "False"));

        var published = await _api.PublishAsync(second);
        var beside = await _api.PublishAsync(first);

        Assert.Equal(
            ("published", true, "2026-03-03T12:00:00Z"),
            ((string)published.Json["state"]!, (bool)published.Json["house"]!, (string)published.Json["publishedAt"]!));
        Assert.Equal(("published", false), ((string)beside.Json["state"]!, (bool)beside.Json["house"]!));
        var read = (await _api.GetAsync($"/claims/{claim}")).Json;
        Assert.Equal((second, true), ((long)read["verdict"]!["id"]!, (bool)read["disputed"]!));
        Assert.Equal(
            ["verdict.drafted", "verdict.submitted", "verdict.approved", "verdict.published"], await host.KindsAsync($"verdict/{first}"));
    }

    [Fact]
    public async Task Verdicts_that_agree_do_not_make_a_claim_disputed()
    {
        var claim = await _api.GivenClaimAsync();
        await _api.GivenPublishedAsync(claim, "True");
        await _api.GivenPublishedAsync(claim, "True");

        Assert.False((bool)(await _api.GetAsync($"/claims/{claim}")).Json["disputed"]!);
    }

    [Fact]
    public async Task Only_an_approved_verdict_can_be_published_and_only_once()
    {
        var verdict = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");

        Assert.Equal(["submit"], (await _api.PostAsync($"/verdicts/{verdict}/publish")).Moves());
        await _api.MoveAsync(verdict, "submit");
        Assert.Equal(["approve", "reject"], (await _api.PostAsync($"/verdicts/{verdict}/publish")).Moves());
        await (await _api.Colleague!()).MoveAsync(verdict, "approve");
        await _api.MoveAsync(verdict, "publish");
        Assert.Equal(["retract", "corrections"], (await _api.PostAsync($"/verdicts/{verdict}/publish")).Moves());
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PostAsync("/verdicts/999999/publish")).Status);
    }

    [Theory]
    [InlineData("True", "cleared")]
    [InlineData("Mostly true", "needs_attention")]
    [InlineData("False", "needs_attention")]
    [InlineData("Unproven", "needs_attention")]
    public async Task The_state_of_a_sentence_follows_from_the_verdict_on_its_claim(string rating, string state)
    {
        var (_, sentences) = await _api.GivenArticleAsync($"This sentence follows from {rating} 1.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "It follows." });
        await _api.GivenEvidenceAsync(claim);
        var verdict = await _api.GivenDraftAsync(claim, rating);
        var drafted = await StateAsync(sentences[0]);

        await _api.PublishAsync(verdict);

        Assert.Equal(("claimed", state), (drafted, await StateAsync(sentences[0])));
    }

    [Fact]
    public async Task A_sentence_is_cleared_when_all_of_its_claims_are()
    {
        var (_, sentences) = await _api.GivenArticleAsync("This sentence has 2 claims to clear.");
        var first = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "One." });
        var second = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "Two." });

        await _api.GivenPublishedAsync(first, "True");
        var half = await StateAsync(sentences[0]);
        await _api.GivenPublishedAsync(second, "True");

        Assert.Equal(("claimed", "cleared"), (half, await StateAsync(sentences[0])));
    }

    private async Task<string> StateAsync(long sentence) => (string)(await _api.GetAsync($"/sentences/{sentence}")).Json["state"]!;
}
