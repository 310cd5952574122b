using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class TriageSentenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_sentence_is_skipped_with_a_reason()
    {
        var sentence = await GivenSentenceAsync("Skip me, for I am a joke 1.");

        var answer = await _api.PatchAsync($"/sentences/{sentence}", new { state = "skipped", reason = "A joke." });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("skipped", "A joke."), ((string)answer.Json["state"]!, (string)answer.Json["reason"]!));
        Assert.Equal(answer.ETag, (await _api.GetAsync($"/sentences/{sentence}")).ETag);
        Assert.Equal(["sentence.triaged"], await host.KindsAsync($"sentence/{sentence}"));
    }

    [Fact]
    public async Task A_sentence_is_not_skipped_without_a_reason()
    {
        var sentence = await GivenSentenceAsync("Skip me without a reason 2.");

        var answer = await _api.PatchAsync($"/sentences/{sentence}", new { state = "skipped" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error("reason"));
        Assert.Equal("open", (string)(await _api.GetAsync($"/sentences/{sentence}")).Json["state"]!);
        Assert.Empty(await host.KindsAsync($"sentence/{sentence}"));
    }

    [Fact]
    public async Task An_opinion_needs_no_reason()
    {
        var sentence = await GivenSentenceAsync("Spring is the loveliest of 4 seasons.");

        var answer = await _api.PatchAsync($"/sentences/{sentence}", new { state = "not_checkable" });

        Assert.Equal(("not_checkable", null), ((string)answer.Json["state"]!, (string?)answer.Json["reason"]));
    }

    [Fact]
    public async Task The_reason_goes_when_the_sentence_is_open_again()
    {
        var sentence = await GivenSentenceAsync("Open me again 3.");
        await _api.PatchAsync($"/sentences/{sentence}", new { state = "skipped", reason = "For now." });

        var answer = await _api.PatchAsync($"/sentences/{sentence}", new { state = "open" });

        Assert.Equal(("open", null), ((string)answer.Json["state"]!, (string?)answer.Json["reason"]));
    }

    [Fact]
    public async Task A_reason_can_be_reworded_and_not_removed()
    {
        var sentence = await GivenSentenceAsync("Word my reason anew 5.");
        await _api.PatchAsync($"/sentences/{sentence}", new { state = "skipped", reason = "Old." });

        var reworded = await _api.PatchAsync($"/sentences/{sentence}", new { reason = "New." });
        var cleared = await _api.PatchAsync($"/sentences/{sentence}", new { reason = (string?)null });

        Assert.Equal(("skipped", "New."), ((string)reworded.Json["state"]!, (string)reworded.Json["reason"]!));
        Assert.Equal(HttpStatusCode.BadRequest, cleared.Status);
    }

    [Fact]
    public async Task A_sentence_with_a_claim_is_past_triage()
    {
        var sentence = await GivenSentenceAsync("I have a claim 6.");
        var claim = await _api.GivenAsync($"/sentences/{sentence}/claims", new { text = "It has a claim." });

        var answer = await _api.PatchAsync($"/sentences/{sentence}", new { state = "not_checkable" });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains($"claim {claim}:", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_ends_the_reason_for_skipping_a_sentence()
    {
        var sentence = await GivenSentenceAsync("I was skipped, then claimed 8.");
        await _api.PatchAsync($"/sentences/{sentence}", new { state = "skipped", reason = "Too small." });

        await _api.GivenAsync($"/sentences/{sentence}/claims", new { text = "It was claimed." });

        var read = (await _api.GetAsync($"/sentences/{sentence}")).Json;
        Assert.Equal(("claimed", null), ((string)read["state"]!, (string?)read["reason"]));
    }

    [Theory]
    [InlineData("""{"state": "claimed"}""", "state")]
    [InlineData("""{"state": null}""", "state")]
    [InlineData("""{"text": "Other words."}""", "text")]
    public async Task Triage_knows_three_states_and_no_other(string patch, string field)
    {
        var sentence = await GivenSentenceAsync($"Triage knows no such word: {patch.Length}.");

        var answer = await _api.SendTextAsync(HttpMethod.Patch, $"/sentences/{sentence}", patch, "application/merge-patch+json");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Fact]
    public async Task A_stale_triage_is_refused()
    {
        var sentence = await GivenSentenceAsync("Somebody was here before you 7.");
        var old = (await _api.GetAsync($"/sentences/{sentence}")).ETag;
        await _api.PatchAsync($"/sentences/{sentence}", new { state = "not_checkable" });

        var answer = await _api.PatchAsync($"/sentences/{sentence}", new { state = "open" }, old);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.Single(await host.KindsAsync($"sentence/{sentence}"));
    }

    [Fact]
    public async Task A_sentence_that_does_not_exist_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PatchAsync("/sentences/999999", new { state = "open" })).Status);

    private async Task<long> GivenSentenceAsync(string text) => (await _api.GivenArticleAsync(text)).Sentences[0];
}
