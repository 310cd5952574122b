using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class SubmitVerdictTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_submitted_verdict_cannot_be_edited_or_submitted_again()
    {
        var verdict = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");

        var submitted = await _api.MoveAsync(verdict, "submit");
        var edited = await _api.PatchAsync($"/verdicts/{verdict}", new { justification = "Slipped in." });
        var reviewed = await _api.PatchAsync($"/verdicts/{verdict}", new { review = new { title = "Slipped in." } });
        var again = await _api.PostAsync($"/verdicts/{verdict}/submit");

        Assert.Equal("in_review", (string)submitted.Json["state"]!);
        Assert.Equal(
            [HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], [edited.Status, reviewed.Status, again.Status]);
        Assert.Equal(["approve", "reject"], edited.Moves());
        Assert.Equal(["approve", "reject"], again.Moves());
        Assert.Equal(submitted.Text, (await _api.GetAsync($"/verdicts/{verdict}")).Text);
        Assert.Equal(["verdict.drafted", "verdict.submitted"], await host.KindsAsync($"verdict/{verdict}"));
    }

    [Fact]
    public async Task A_verdict_without_evidence_cannot_be_submitted()
    {
        var verdict = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "True");

        var answer = await _api.PostAsync($"/verdicts/{verdict}/submit");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("no evidence", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal("draft", (string)(await _api.GetAsync($"/verdicts/{verdict}")).Json["state"]!);
        Assert.Equal(["verdict.drafted"], await host.KindsAsync($"verdict/{verdict}"));
    }

    [Fact]
    public async Task A_checker_edits_and_submits_their_own_drafts_and_those_on_claims_assigned_to_them()
    {
        var (ada, bo) = (await host.AsAsync("checker", "Ada submits"), await host.AsAsync("checker", "Bo submits"));
        var claim = await _api.GivenClaimAsync();
        var (first, second) = (await ada.GivenDraftAsync(claim, "Unproven"), await ada.GivenDraftAsync(claim, "Unproven"));

        var foreign = await bo.PostAsync($"/verdicts/{first}/submit");
        var foreignEdit = await bo.PatchAsync($"/verdicts/{first}", new { justification = "Not mine." });
        await _api.AssignAsync(claim, "Bo submits");

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [foreign.Status, foreignEdit.Status]);
        Assert.Equal(HttpStatusCode.OK, (await bo.PatchAsync($"/verdicts/{first}", new { justification = "Now mine too." })).Status);
        await bo.MoveAsync(first, "submit");
        await ada.MoveAsync(second, "submit");
    }

    [Fact]
    public async Task A_draft_that_changed_since_it_was_read_is_not_submitted()
    {
        var verdict = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");
        var seen = (await _api.GetAsync($"/verdicts/{verdict}")).ETag;
        await _api.PatchAsync($"/verdicts/{verdict}", new { justification = "Meanwhile." });

        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await _api.SendAsync(HttpMethod.Post, $"/verdicts/{verdict}/submit", "If-Match", seen)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PostAsync("/verdicts/999999/submit")).Status);
    }
}
