using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Evidence;

/// <summary>What rests on a source, bears on a claim or stands behind an article.</summary>
public sealed class ListEvidenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task It_is_found_by_source_claim_article_and_stance()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The quay is 300 metres long.");
        var quay = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "The quay is 300 metres long." });
        var other = await _api.GivenClaimAsync("The pier is 30 metres long.");
        var first = await _api.GivenEvidenceAsync(quay, "https://quay.example/plan");
        var second = await _api.GivenEvidenceAsync(other, "https://quay.example/plan", "refutes");
        var third = await _api.GivenEvidenceAsync(other, "https://pier.example/plan");
        var source = (long)(await _api.GetAsync($"/evidence/{first}")).Json["source"]!["id"]!;

        Assert.Equal([second, first], await ListAsync($"sourceId={source}"));
        Assert.Equal([second], await ListAsync($"sourceId={source}&stance=refutes"));
        Assert.Equal([third, second], await ListAsync($"claimId={other}"));
        Assert.Equal([third], await ListAsync($"claimId={other}&stance=supports"));
        Assert.Equal([first], await ListAsync($"articleId={article}"));
        Assert.Equal([other, quay], (await _api.GetAsync($"/claims?sourceId={source}&sort=-id")).Ids());
        Assert.Equal(HttpStatusCode.BadRequest, (await _api.GetAsync("/evidence?sort=title")).Status);
    }

    private async Task<IReadOnlyList<long>> ListAsync(string query) => (await _api.GetAsync("/evidence?" + query)).Ids();
}
