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
    public async Task A_claim_with_a_verdict_is_not_deleted()
    {
        var claim = await _api.GivenClaimAsync();
        var verdict = await _api.GivenDraftAsync(claim, "Unproven");

        var answer = await _api.DeleteAsync($"/claims/{claim}");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal($"/api/v1/verdicts/{verdict}", (string)answer.Json["existing"]!);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/claims/{claim}")).Status);
        Assert.Equal(["claim.created"], await host.KindsAsync($"claim/{claim}"));
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
}
