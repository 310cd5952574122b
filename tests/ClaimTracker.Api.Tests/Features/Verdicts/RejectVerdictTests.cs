using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class RejectVerdictTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rejected_verdict_is_a_draft_again_with_a_comment(bool approved)
    {
        var verdict = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");
        await _api.MoveAsync(verdict, "submit");
        var colleague = await _api.Colleague!();
        if (approved)
        {
            await colleague.MoveAsync(verdict, "approve");
        }

        var rejected = await colleague.MoveAsync(verdict, "reject", new { comment = "Name the register, @\"admin (configured)\"." });

        Assert.Equal(("draft", null), ((string)rejected.Json["state"]!, (string?)rejected.Json["reviewer"]));
        var comment = Assert.Single((await _api.GetAsync($"/comments?subject=verdict/{verdict}")).Items)!;
        Assert.Equal(("Colleague", "Name the register, @\"admin (configured)\"."), ((string)comment["author"]!, (string)comment["text"]!));
        Wire.Same(new[] { "admin (configured)" }, comment["mentions"]);
        Assert.Equal(["comment.created"], await host.KindsAsync($"comment/{comment["id"]}"));
        Assert.Equal("verdict.rejected", (await host.KindsAsync($"verdict/{verdict}"))[^1]);
        Assert.Equal(
            HttpStatusCode.OK, (await _api.PatchAsync($"/verdicts/{verdict}", new { justification = "The register of 2026." })).Status);
        await _api.PublishAsync(verdict);
    }

    [Fact]
    public async Task A_rejection_needs_a_comment_and_a_draft_cannot_be_rejected()
    {
        var verdict = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");

        var draft = await _api.PostAsync($"/verdicts/{verdict}/reject", new { comment = "Not yet." });
        await _api.MoveAsync(verdict, "submit");
        var silent = await _api.PostAsync($"/verdicts/{verdict}/reject", new { comment = " " });

        Assert.Equal(["submit"], draft.Moves());
        Assert.NotNull(silent.Error("comment"));
        Assert.Empty((await _api.GetAsync($"/comments?subject=verdict/{verdict}")).Items);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PostAsync("/verdicts/999999/reject", new { comment = "No." })).Status);
    }
}
