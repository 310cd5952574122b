using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class DeleteClaimTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_deleted_claim_is_gone_with_its_links()
    {
        var (_, sentences) = await _api.GivenArticleAsync("My claim will be deleted 1.");
        var claim = await _api.GivenAsync(
            $"/sentences/{sentences[0]}/claims",
            new { text = "Deleted soon.", tags = new[] { "gone" }, claimants = new[] { new { name = "Gone" } } });
        var evidence = await _api.GivenEvidenceAsync(claim);

        var answer = await _api.DeleteAsync($"/claims/{claim}");

        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.Status, answer.Text));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/claims/{claim}")).Status);
        Assert.Empty((await _api.GetAsync("/claims?tag=gone")).Items);
        Assert.Equal("open", (string)(await _api.GetAsync($"/sentences/{sentences[0]}")).Json["state"]!);
        Assert.Empty((await _api.GetAsync($"/evidence/{evidence}")).Json["links"]!.AsArray());
        Assert.Equal(["claim.created", "claim.deleted"], await host.KindsAsync($"claim/{claim}"));
    }

    [Fact]
    public async Task Drafts_of_verdicts_go_with_their_claim()
    {
        var claim = await _api.GivenClaimAsync();
        var draft = await _api.GivenDraftAsync(claim, "Unproven");

        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/claims/{claim}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/verdicts/{draft}")).Status);
        Assert.Equal(["verdict.drafted", "verdict.deleted"], await host.KindsAsync($"verdict/{draft}"));
    }

    [Fact]
    public async Task A_claim_with_a_verdict_that_was_submitted_is_not_deleted()
    {
        var claim = await _api.GivenClaimAsync();
        var verdict = await _api.GivenDraftAsync(claim, "Unproven");
        await _api.MoveAsync(verdict, "submit");

        var answer = await _api.DeleteAsync($"/claims/{claim}");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal($"/api/v1/verdicts/{verdict}", (string)answer.Json["existing"]!);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/claims/{claim}")).Status);
        Assert.Equal(["claim.created"], await host.KindsAsync($"claim/{claim}"));
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("evidence")]
    public async Task What_others_have_commented_on_is_not_deleted(string kind)
    {
        var author = await host.AsAsync("checker", $"Ada of {kind}");
        var (subject, path) = await GivenSubjectAsync(kind);
        await _api.GivenAsync("/comments", new { subject, text = "Mine." });
        var first = await author.GivenAsync("/comments", new { subject, text = "Wait for the register." });
        await author.GivenAsync("/comments", new { subject, text = "It came.", replyTo = first });

        var answer = await _api.DeleteAsync(path);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal($"/api/v1/comments/{first}", (string?)answer.Json["existing"]);
        Assert.Equal(
            $"{subject} has 2 comments by Ada of {kind}, which would be deleted with it. Keep it: edit the {kind}, or remove its links.",
            (string?)answer.Json["detail"]);
        Assert.Equal(3, await _api.CountAsync($"/comments?subject={subject}"));
        Assert.Equal(["comment.created"], await host.KindsAsync($"comment/{first}"));
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("evidence")]
    public async Task Comments_of_the_one_who_deletes_go_along_and_stay_in_the_history(string kind)
    {
        var (subject, path) = await GivenSubjectAsync(kind);
        var first = await _api.GivenAsync("/comments", new { subject, text = "Is it?" });
        var second = await _api.GivenAsync("/comments", new { subject, text = "It is.", replyTo = first });

        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync(path)).Status);

        foreach (var comment in (long[])[first, second])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/comments/{comment}")).Status);
            Assert.Equal(["comment.created", "comment.deleted"], await host.KindsAsync($"comment/{comment}"));
        }

        var kept = (await _api.GetAsync($"/history?subject=comment/{second}&kind=comment.deleted")).Text;
        Assert.Contains("It is.", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_changed_meanwhile_is_not_deleted()
    {
        var claim = await _api.GivenClaimAsync();
        var old = (await _api.GetAsync($"/claims/{claim}")).ETag;
        await _api.PatchAsync($"/claims/{claim}", new { headline = "Changed" });

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.DeleteAsync($"/claims/{claim}", old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/claims/{claim}")).Status);
    }

    [Fact]
    public async Task A_claim_is_deleted_once()
    {
        var claim = await _api.GivenClaimAsync();
        await _api.DeleteAsync($"/claims/{claim}");

        Assert.Equal(HttpStatusCode.NotFound, (await _api.DeleteAsync($"/claims/{claim}", "*")).Status);
    }

    private async Task<(string Subject, string Path)> GivenSubjectAsync(string kind)
    {
        var claim = await _api.GivenClaimAsync($"A claim to comment on, for {kind}.");
        return kind == "claim"
            ? ($"claim/{claim}", $"/claims/{claim}")
            : await _api.GivenEvidenceAsync(claim) is var evidence ? ($"evidence/{evidence}", $"/evidence/{evidence}") : default;
    }
}
