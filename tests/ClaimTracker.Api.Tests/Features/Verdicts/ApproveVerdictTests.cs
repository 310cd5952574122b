using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class ApproveVerdictTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Two_people_see_each_verdict()
    {
        var (ada, eva) = (await host.AsAsync("editor", "Ada approves"), await host.AsAsync("editor", "Eva approves"));
        var verdict = await ada.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");
        await eva.MoveAsync(verdict, "submit");

        var author = await ada.PostAsync($"/verdicts/{verdict}/approve");
        var submitter = await eva.PostAsync($"/verdicts/{verdict}/approve");
        var other = await _api.MoveAsync(verdict, "approve");

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [author.Status, submitter.Status]);
        Assert.Equal(("approved", "admin (configured)"), ((string)other.Json["state"]!, (string)other.Json["reviewer"]!));
        Assert.Equal(["verdict.drafted", "verdict.submitted", "verdict.approved"], await host.KindsAsync($"verdict/{verdict}"));
    }

    [Fact]
    public async Task An_editor_who_rewrote_a_draft_cannot_approve_it()
    {
        var (checker, editor) = (await host.AsAsync("checker", "Cy drafts"), await host.AsAsync("editor", "Edda rewrites"));
        var verdict = await checker.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");
        await editor.PatchAsync($"/verdicts/{verdict}", new { justification = "Every word of it is Edda's." });
        await checker.MoveAsync(verdict, "submit");

        var answer = await editor.PostAsync($"/verdicts/{verdict}/approve");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(
            $"Verdict {verdict} was written or submitted by Cy drafts and Edda rewrites: an editor who did neither must approve it.",
            (string)answer.Json["detail"]!);
        await _api.MoveAsync(verdict, "approve");
    }

    [Fact]
    public async Task An_editor_who_wrote_a_part_of_a_correction_before_it_was_rejected_cannot_approve_it()
    {
        var (ada, eva) = (await host.AsAsync("editor", "Ada corrects"), await host.AsAsync("editor", "Eva corrects"));
        var old = await _api.GivenPublishedAsync(await _api.GivenClaimAsync(), "True");
        var correction = (await ada.MoveAsync(old, "corrections", new { kind = "update", reason = "R", publicText = "P" })).Id;
        await eva.PatchAsync($"/verdicts/{correction}", new { correction = new { publicText = "In Eva's words." } });
        await ada.MoveAsync(correction, "submit");
        await _api.MoveAsync(correction, "reject", new { comment = "Not yet." });
        await ada.MoveAsync(correction, "submit");

        Assert.Equal(HttpStatusCode.Forbidden, (await eva.PostAsync($"/verdicts/{correction}/approve")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ada.PostAsync($"/verdicts/{correction}/approve")).Status);
        await (await _api.Colleague!()).MoveAsync(correction, "approve");
    }

    [Fact]
    public async Task An_editor_who_submitted_an_earlier_round_cannot_approve_the_later_one()
    {
        var (ada, eva) = (await host.AsAsync("editor", "Ada of rounds"), await host.AsAsync("editor", "Eva of rounds"));
        var verdict = await ada.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");
        await eva.MoveAsync(verdict, "submit");
        await _api.MoveAsync(verdict, "reject", new { comment = "Not yet." });
        await ada.MoveAsync(verdict, "submit");

        var answer = await eva.PostAsync($"/verdicts/{verdict}/approve");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(
            $"Verdict {verdict} was written or submitted by Ada of rounds and Eva of rounds: an editor who did neither must approve it.",
            (string?)answer.Json["detail"]);
        await _api.MoveAsync(verdict, "approve");
    }

    [Fact]
    public async Task Only_an_editor_approves_publishes_rejects_retracts_and_corrects()
    {
        var checker = await host.AsAsync("checker", "Bo tries");
        var verdict = await _api.GivenPublishedAsync(await _api.GivenClaimAsync(), "True");
        var before = (await host.EventsAsync()).Count;

        foreach (var (move, body) in new (string, object?)[]
        {
            ("approve", null), ("publish", null), ("house", null), ("reject", new { comment = "No." }), ("retract", new { reason = "No." }),
            ("corrections", new { kind = "update", reason = "No.", publicText = "No." }),
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await checker.PostAsync($"/verdicts/{verdict}/{move}", body)).Status);
        }

        Assert.Equal(before, (await host.EventsAsync()).Count);
    }

    [Fact]
    public async Task Only_a_verdict_in_review_can_be_approved()
    {
        var verdict = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");
        var colleague = await _api.Colleague!();

        Assert.Equal(["submit"], (await colleague.PostAsync($"/verdicts/{verdict}/approve")).Moves());
        await _api.ApproveAsync(verdict);
        Assert.Equal(["publish", "reject"], (await colleague.PostAsync($"/verdicts/{verdict}/approve")).Moves());
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.PostAsync("/verdicts/999999/approve")).Status);
    }
}
