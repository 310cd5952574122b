using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class EditVerdictTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_draft_is_edited()
    {
        var claim = await _api.GivenClaimAsync();
        await _api.GivenEvidenceAsync(claim);
        var verdict = await _api.GivenDraftAsync(claim, "True");

        var answer = await _api.PatchAsync(
            $"/verdicts/{verdict}",
            new { rating = 3, justification = "New.", validAsOf = "2026-01-01", evidenceIds = Array.Empty<long>() });

        Assert.Equal(
            ("Half true", "New.", "2026-01-01"),
            ((string)answer.Json["rating"]!["name"]!, (string)answer.Json["justification"]!, (string)answer.Json["validAsOf"]!));
        Assert.Empty(answer.Json["evidence"]!.AsArray());
        Assert.Equal(["verdict.drafted", "verdict.edited"], await host.KindsAsync($"verdict/{verdict}"));
    }

    [Fact]
    public async Task Members_that_are_left_out_stay_and_null_for_evidence_cites_all_evidence()
    {
        var claim = await _api.GivenClaimAsync();
        await _api.GivenEvidenceAsync(claim);
        var verdict = await _api.GivenAsync(
            $"/claims/{claim}/verdicts", new { rating = "True", justification = "Old.", reviewDue = "2026-05-05" });
        await _api.GivenEvidenceAsync(claim, "https://later.example/");

        var edited = (await _api.PatchAsync($"/verdicts/{verdict}", new { reviewDue = (string?)null })).Json;
        var renewed = (await _api.PatchAsync($"/verdicts/{verdict}", new { evidenceIds = (long[]?)null })).Json;

        Assert.Equal(
            ("True", "Old.", null), ((string)edited["rating"]!["name"]!, (string)edited["justification"]!, (string?)edited["reviewDue"]));
        Assert.Equal((1, 2), (edited["evidence"]!.AsArray().Count, renewed["evidence"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("""{"justification": "Changed."}""")]
    [InlineData("""{"rating": "False"}""")]
    [InlineData("""{"evidenceIds": []}""")]
    [InlineData("""{"review": {"title": "R"}, "validAsOf": null}""")]
    public async Task A_published_verdict_cannot_be_edited(string patch)
    {
        var verdict = await _api.GivenPublishedAsync(await _api.GivenClaimAsync(), "True");
        var before = (await _api.GetAsync($"/verdicts/{verdict}")).Text;

        var recorded = await host.RecordedByAsync(async () =>
            Assert.Equal(
                HttpStatusCode.Conflict,
                (await _api.SendTextAsync(HttpMethod.Patch, $"/verdicts/{verdict}", patch, "application/merge-patch+json")).Status));

        Assert.Empty(recorded);
        Assert.Equal(before, (await _api.GetAsync($"/verdicts/{verdict}")).Text);
    }

    [Fact]
    public async Task The_review_of_a_published_verdict_can_be_edited()
    {
        var verdict = await _api.GivenPublishedAsync(await _api.GivenClaimAsync(), "True");

        var answer = await _api.PatchAsync(
            $"/verdicts/{verdict}", new { review = new { url = "https://review.example/1", title = "It is true" } });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Wire.Same(new { url = "https://review.example/1", title = "It is true" }, answer.Json["review"]);
        Assert.Equal(("published", "True"), ((string)answer.Json["state"]!, (string)answer.Json["rating"]!["name"]!));
    }

    [Fact]
    public async Task A_stale_edit_and_an_edit_of_an_unknown_verdict_are_refused()
    {
        var verdict = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");
        var old = (await _api.GetAsync($"/verdicts/{verdict}")).ETag;
        await _api.PatchAsync($"/verdicts/{verdict}", new { justification = "Fresh." });

        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await _api.PatchAsync($"/verdicts/{verdict}", new { justification = "Mine." }, old)).Status);
        Assert.NotNull((await _api.PatchAsync($"/verdicts/{verdict}", new { rating = (string?)null })).Error("rating"));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PatchAsync("/verdicts/999999", new { rating = 1 })).Status);
    }
}
