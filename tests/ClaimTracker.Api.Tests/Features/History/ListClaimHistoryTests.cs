using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.History;

public sealed class ListClaimHistoryTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Every_change_of_a_claim_its_links_and_its_verdicts_is_listed_in_order_field_by_field()
    {
        var (_, sentences) = await _api.GivenArticleAsync("The new lido cost 12 million dollars.");
        var claim = await _api.GivenAsync(
            $"/sentences/{sentences[0]}/claims", new { text = "The lido cost 12 million.", tags = new[] { "lido" } });
        await _api.GivenClaimAsync("Another claim, which is not listed.");
        await _api.PatchAsync($"/claims/{claim}", new { headline = "The lido", tags = new[] { "lido", "costs" } });
        var evidence = await _api.GivenEvidenceAsync(claim, "https://example.org/lido");
        var verdict = await _api.GivenDraftAsync(claim, "True");
        await _api.PublishAsync(verdict);

        var told = (await _api.GetAsync($"/claims/{claim}/history")).Items;

        Assert.Equal(
            [
                $"claim.created claim/{claim}", $"sentence.linked sentence/{sentences[0]}", $"claim.edited claim/{claim}",
                $"evidence.linked evidence/{evidence}",
                $"verdict.drafted verdict/{verdict}", $"verdict.submitted verdict/{verdict}", $"verdict.approved verdict/{verdict}",
                $"claim.house_changed claim/{claim}", $"verdict.published verdict/{verdict}",
            ],
            told.Select(static e => $"{e!["kind"]} {e["subject"]}"),
            StringComparer.Ordinal);
        Assert.Equal(["headline: null -> The lido", "tags: [\"lido\"] -> [\"lido\",\"costs\"]"], Changes(told[2]!), StringComparer.Ordinal);
        Assert.Contains("state: approved -> published", Changes(told[8]!), StringComparer.Ordinal);
        Assert.Contains($"claimId: null -> {claim}", Changes(told[3]!), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_deleted_claim_keeps_its_history_with_its_former_links()
    {
        var (_, sentences) = await _api.GivenArticleAsync("The depot burned down in 1987.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "The depot burned down." });
        var evidence = await _api.GivenEvidenceAsync(claim, "https://example.org/depot");
        await _api.DeleteAsync($"/evidence/{evidence}");
        await _api.SendAsync(HttpMethod.Delete, $"/sentences/{sentences[0]}/claims/{claim}", "If-Match", "*");
        await _api.DeleteAsync($"/claims/{claim}");

        var told = await _api.GetAsync($"/claims/{claim}/history");

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/claims/{claim}")).Status);
        Assert.Equal(
            ["claim.created", "sentence.linked", "evidence.linked", "evidence.unlinked", "sentence.unlinked", "claim.deleted"],
            told.Items.Texts("kind"),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_never_existed_has_no_history()
    {
        var answer = await _api.GetAsync("/claims/4711/history");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        await host.AssertProblemAsync(answer, "/api/v1/claims/4711/history");
    }

    private static IEnumerable<string> Changes(JsonNode told) =>
        told["changes"]!.AsArray().Select(static change => $"{change!["field"]}: {Text(change["before"])} -> {Text(change["after"])}");

    private static string Text(JsonNode? value) => value is JsonValue scalar ? scalar.ToString() : value?.ToJsonString() ?? "null";
}
