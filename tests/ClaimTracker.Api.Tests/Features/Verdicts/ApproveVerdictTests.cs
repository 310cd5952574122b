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
    public async Task An_editor_alone_approves_publishes_rejects_retracts_and_corrects()
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
    public async Task What_is_not_in_review_is_not_approved()
    {
        var verdict = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");
        var colleague = await _api.Colleague!();

        Assert.Equal(["submit"], (await colleague.PostAsync($"/verdicts/{verdict}/approve")).Moves());
        await _api.ApproveAsync(verdict);
        Assert.Equal(["publish", "reject"], (await colleague.PostAsync($"/verdicts/{verdict}/approve")).Moves());
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.PostAsync("/verdicts/999999/approve")).Status);
    }
}
