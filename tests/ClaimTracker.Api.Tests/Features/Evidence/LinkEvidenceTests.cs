using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Evidence;

public sealed class LinkEvidenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_record_bears_on_a_second_claim_and_changes_its_stance()
    {
        var evidence = await _api.GivenEvidenceAsync(await _api.GivenClaimAsync());
        var claim = await _api.GivenClaimAsync("A second claim.");

        var linked = await _api.PutAsync($"/evidence/{evidence}/claims/{claim}", new { stance = "context" });
        var changed = await _api.PutAsync($"/evidence/{evidence}/claims/{claim}", new { stance = "refutes" });
        var again = await _api.PutAsync($"/evidence/{evidence}/claims/{claim}", new { stance = "refutes" });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict), (linked.Status, changed.Status, again.Status));
        Assert.Equal(["supports", "refutes"], changed.Json["links"]!.Texts("stance"));
        Assert.Equal(
            ["evidence.created", "evidence.linked", "evidence.linked", "evidence.relinked"], await host.KindsAsync($"evidence/{evidence}"));
    }

    [Fact]
    public async Task An_article_is_no_source_for_its_own_claims()
    {
        var article = await _api.PostAsync("/articles", new { text = "Links do not prove me 1.", url = "https://linked.example/" });
        var evidence = await _api.GivenEvidenceAsync(await _api.GivenClaimAsync(), "https://linked.example/");
        var own = await _api.GivenAsync($"/sentences/{(long)article.Json["sentences"]![0]!["id"]!}/claims", new { text = "They do not." });

        Assert.Equal(HttpStatusCode.Conflict, (await LinkAsync(evidence, own)).Status);
    }

    [Fact]
    public async Task Missing_evidence_or_a_missing_claim_is_not_linked()
    {
        var claim = await _api.GivenClaimAsync();
        var evidence = await _api.GivenEvidenceAsync(claim);

        Assert.Equal(HttpStatusCode.NotFound, (await LinkAsync(999_999, claim)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await LinkAsync(evidence, 999_999)).Status);
        Assert.NotNull((await _api.PutAsync($"/evidence/{evidence}/claims/{claim}", new { })).Error("stance"));
    }

    [Fact]
    public async Task A_claim_lists_its_evidence_by_stance_and_page()
    {
        var claim = await _api.GivenClaimAsync();
        var (first, second) = (await _api.GivenEvidenceAsync(claim), await _api.GivenEvidenceAsync(claim, stance: "refutes"));

        Assert.Equal([first, second], await _api.WalkAsync($"/claims/{claim}/evidence"));
        Assert.Equal([second], (await _api.GetAsync($"/claims/{claim}/evidence?stance=refutes")).Ids());
        Assert.Equal(2, await _api.CountAsync($"/claims/{claim}/evidence"));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/claims/999999/evidence")).Status);
    }

    [Fact]
    public async Task An_unlinked_record_is_kept()
    {
        var claim = await _api.GivenClaimAsync();
        var evidence = await _api.GivenEvidenceAsync(claim);

        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/evidence/{evidence}/claims/{claim}")).Status);

        Assert.Empty((await _api.GetAsync($"/evidence/{evidence}")).Json["links"]!.AsArray());
        Assert.Equal("open", (string)(await _api.GetAsync($"/claims/{claim}")).Json["status"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.DeleteAsync($"/evidence/{evidence}/claims/{claim}")).Status);
        Assert.Equal(["evidence.created", "evidence.linked", "evidence.unlinked"], await host.KindsAsync($"evidence/{evidence}"));
    }

    private Task<Answer> LinkAsync(long evidence, long claim) =>
        _api.PutAsync($"/evidence/{evidence}/claims/{claim}", new { stance = "supports" });
}
