using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class RetractVerdictTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_retracted_verdict_stays_readable_with_its_reason_and_its_sentences_need_attention()
    {
        var (_, sentences) = await _api.GivenArticleAsync("The retraction of 1 verdict.");
        var claim = await _api.GivenAsync(
            $"/sentences/{sentences[0]}/claims", new { text = "It is retracted.", tags = new[] { "retracted" } });
        var verdict = await _api.GivenPublishedAsync(claim, "True");
        var cleared = await StateAsync(sentences[0]);

        var retracted = await _api.MoveAsync(verdict, "retract", new { reason = "The register was forged." });

        Assert.Equal(("retracted", false), ((string)retracted.Json["state"]!, (bool)retracted.Json["house"]!));
        Wire.Same(new { reason = "The register was forged.", at = "2026-03-03T12:00:00Z" }, retracted.Json["retraction"]);
        var read = (await _api.GetAsync($"/claims/{claim}")).Json;
        Assert.Equal(("retracted", null), ((string)read["status"]!, read["verdict"]));
        Assert.Equal(("cleared", "needs_attention"), (cleared, await StateAsync(sentences[0])));
        Assert.Empty((await _api.PostAsync($"/verdicts/{verdict}/retract", new { reason = "Again." })).Moves());
        var line = (await _api.GetAsync("/exports/verdicts.csv?state=retracted&tag=retracted")).Text.Split("\r\n")[1];
        Assert.Contains(",retracted,", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_the_reason()
    {
        var reader = await host.AsAsync("reader", "Rita reads reasons");
        var verdict = await _api.GivenPublishedAsync(await _api.GivenClaimAsync(), "True");
        await _api.MoveAsync(verdict, "retract", new { reason = "The register was forged." });

        Assert.Equal("The register was forged.", (string)(await reader.GetAsync($"/verdicts/{verdict}")).Json["retraction"]!["reason"]!);
    }

    [Fact]
    public async Task The_newest_other_published_verdict_becomes_the_house_verdict()
    {
        var claim = await _api.GivenClaimAsync();
        var first = await _api.GivenPublishedAsync(claim, "True");
        await _api.GivenPublishedAsync(claim, "False");
        var third = await _api.GivenPublishedAsync(claim, "Half true");

        await _api.MoveAsync(first, "retract", new { reason = "It did not hold." });

        var read = (await _api.GetAsync($"/claims/{claim}")).Json;
        Assert.Equal(("published", third, true), ((string)read["status"]!, (long)read["verdict"]!["id"]!, (bool)read["disputed"]!));
        Assert.True((bool)(await _api.GetAsync($"/verdicts/{third}")).Json["house"]!);
    }

    [Fact]
    public async Task A_claim_whose_verdict_was_retracted_can_get_a_new_verdict()
    {
        var claim = await _api.GivenClaimAsync();
        await _api.MoveAsync(await _api.GivenPublishedAsync(claim, "True"), "retract", new { reason = "It did not hold." });
        var again = await _api.GivenDraftAsync(claim, "False");
        var drafted = await StatusAsync(claim);
        await _api.ApproveAsync(again);
        var approved = await StatusAsync(claim);
        await _api.MoveAsync(again, "publish");

        Assert.Equal(("retracted", "in_review", "published"), (drafted, approved, await StatusAsync(claim)));
    }

    [Fact]
    public async Task A_retracted_verdict_has_no_legal_moves()
    {
        var verdict = await _api.GivenPublishedAsync(await _api.GivenClaimAsync(), "True");
        await _api.MoveAsync(verdict, "retract", new { reason = "It did not hold." });

        foreach (var (move, body, done) in new (string, object?, string)[]
        {
            ("submit", null, "submitted"), ("approve", null, "approved"), ("reject", new { comment = "No." }, "rejected"),
            ("publish", null, "published"), ("retract", new { reason = "No." }, "retracted"),
            ("corrections", new { kind = "update", reason = "No.", publicText = "No." }, "corrected"),
        })
        {
            var refused = await _api.PostAsync($"/verdicts/{verdict}/{move}", body);

            Assert.Equal(
                $"A retracted verdict cannot be {done}. Verdict {verdict} has no legal moves any more.", (string)refused.Json["detail"]!);
        }
    }

    [Fact]
    public async Task A_retraction_needs_a_reason_and_a_draft_cannot_be_retracted()
    {
        var verdict = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");

        Assert.Equal(["submit"], (await _api.PostAsync($"/verdicts/{verdict}/retract", new { reason = "No." })).Moves());
        Assert.NotNull((await _api.PostAsync($"/verdicts/{verdict}/retract", new { })).Error("reason"));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PostAsync("/verdicts/999999/retract", new { reason = "No." })).Status);
    }

    private async Task<string> StateAsync(long sentence) => (string)(await _api.GetAsync($"/sentences/{sentence}")).Json["state"]!;

    private async Task<string> StatusAsync(long claim) => (string)(await _api.GetAsync($"/claims/{claim}")).Json["status"]!;
}
