using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Faults;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Reconciliation;

/// <summary>OpenRefine itself asks what names stand for, as a public desk answers it: it sends no key.</summary>
public sealed class OpenRefineTests
{
    // What its suggest box, which was made for Freebase, sends with each request (suggest-4_3a.js, SEARCH_PARAMS and defaults).
    private const string SuggestBox = "&spell=always&exact=false&scoring=schema&prefixed=true";

    [Needs("openrefine")]
    public async Task It_matches_a_column_and_fills_others_from_what_it_matched()
    {
        await using var refine = await OpenRefine.StartAsync();
        await using var host = await PublicDeskAsync(refine);
        var claim = await host.Api.GivenAsync("/claims", new
        {
            text = "The tannery of Ebersholm closed in 1988.",
            claimDate = "2026-02",
            tags = new[] { "Leather", "Works" },
            claimants = new[] { new { name = "Tilda Tann" } },
        });
        await host.Api.GivenPublishedAsync(claim, "False");
        var service = await ManifestAsync(host, refine);
        var project = await refine.CreateProjectAsync(
            "statement,who\n"
            + "The tannery of Ebersholm closed in 1988.,Tilda Tann\n"
            + "Tea is grown in Ebersholm.,tilda  TANN\n"
            + $"{new string('x', Limits.ClaimText + 1)},Bell\u0007\n"); // No names: they must not spoil the batch for the others.

        Assert.Equal("claim", (await refine.GuessTypesAsync(project, "statement", service))[0]);
        Assert.Contains("claimant", await refine.GuessTypesAsync(project, "who", service), StringComparer.Ordinal);
        await refine.ReconcileAsync(project, "statement", "claim", service);
        await refine.ReconcileAsync(project, "who", type: null, service);
        var rows = await refine.RowsAsync(project);

        Assert.Equal(("matched", $"claim-{claim}", "claim"), Match(rows[0][0].Recon));
        Assert.Equal(100, (double)rows[0][0].Recon!["m"]!["score"]!, tolerance: 1);
        Assert.Equal(("matched", "claimant"), (Match(rows[0][1].Recon).Judgment, Match(rows[0][1].Recon).Type));
        Assert.Equal(Match(rows[0][1].Recon), Match(rows[1][1].Recon));
        foreach (var none in (JsonNode?[])[rows[1][0].Recon, rows[2][0].Recon, rows[2][1].Recon])
        {
            Assert.Equal("none", (string?)none!["j"]);
        }

        IReadOnlyList<string> columns = ["rating", "claimant", "claim_date", "tag"];
        var preview = await refine.PreviewAsync(project, "statement", columns);
        Assert.Equal(
            ["Rating", "Claimant", "Date of the claim", "Tag"],
            preview["columns"]!.AsArray().Select(static column => (string)column!["name"]!),
            StringComparer.Ordinal);
        await refine.ExtendAsync(project, "statement", service, columns);
        rows = await refine.RowsAsync(project);

        Assert.Equal(("False", "Tilda Tann", "Leather"), (rows[0][2].Value, rows[0][3].Value, rows[0][5].Value));
        Assert.StartsWith("2026-02", rows[0][4].Value, StringComparison.Ordinal);
        Assert.Equal("matched", (string?)rows[0][3].Recon!["j"]); // So that columns can be added from it in turn.
        Assert.Equal("Works", rows[1][5].Value); // Further values of one come in rows of their own.
    }

    [Needs("openrefine")]
    public async Task Its_pages_may_ask_for_what_is_typed_and_show_what_was_found()
    {
        await using var refine = await OpenRefine.StartAsync();
        await using var host = await PublicDeskAsync(refine);
        var claim = await host.Api.GivenAsync(
            "/claims", new { text = "The mill of Ebersholm stands.", claimants = new[] { new { name = "Mila Mill" } } });
        await host.Api.GivenPublishedAsync(claim, "True");
        var service = await ManifestAsync(host, refine);

        var found = await SuggestAsync("entity", "?prefix=Mila%20Mi");
        Assert.Equal(("Mila Mill", "claimant"), ((string?)found[0]!["name"], (string?)found[0]!["notable"]![0]));
        Assert.Equal("claimant", (string?)Assert.Single(await SuggestAsync("type", "?prefix=claiman"))!["id"]);
        Assert.Equal("claimant", (string?)Assert.Single(await SuggestAsync("property", "?prefix=claim&type=claim"), IsClaimant)!["id"]);
        Assert.Equal(["claims"], (await SuggestAsync("property", "?prefix=c&type=claimant")).Select(Id), StringComparer.Ordinal);

        var propose = service["extend"]!["propose_properties"]!;
        var all = await AskAsync(host, refine, $"{propose["service_url"]}{propose["service_path"]}?type="); // Of a column of any type.
        Assert.Contains(all["properties"]!.AsArray(), static one => Id(one) == "claims");
        using var page = await host.Stranger.GetAsync(
            new Uri(((string)service["preview"]!["url"]!).Replace("{{id}}", $"claim-{claim}", StringComparison.Ordinal)));
        Assert.EndsWith(
            "frame-ancestors " + refine.Origin, Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        async Task<JsonArray> SuggestAsync(string kind, string query)
        {
            var suggest = service["suggest"]![kind]!;
            var address = $"{suggest["service_url"]}{suggest["service_path"]}{query}{SuggestBox}";
            return (await AskAsync(host, refine, address))["result"]!.AsArray();
        }

        static string Id(JsonNode? one) => (string)one!["id"]!;

        static bool IsClaimant(JsonNode? one) => Id(one) == "claimant";
    }

    private static async Task<ApiHost> PublicDeskAsync(OpenRefine refine)
    {
        var host = new ApiHost(("Auth:Public", "true"), ("Cors:Origins", refine.Origin), ("Embeds:Origins", refine.Origin));
        await host.InitializeAsync();
        return host;
    }

    // Its page reads what the service tells of itself, and keeps it with the address that was typed.
    private static async Task<JsonNode> ManifestAsync(ApiHost host, OpenRefine refine)
    {
        var address = new Uri(host.Stranger.BaseAddress!, "/reconcile").AbsoluteUri;
        var service = await AskAsync(host, refine, address);
        service["url"] = address;
        return service;
    }

    // As a page in a browser asks another site: without a header that names its origin, the browser keeps the answer from it.
    private static async Task<JsonNode> AskAsync(ApiHost host, OpenRefine refine, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address));
        request.Headers.Add("Origin", refine.Origin);
        using var answer = await host.Stranger.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, said);
        Assert.Equal(refine.Origin, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        return JsonNode.Parse(said)!;
    }

    private static (string? Judgment, string? Id, string? Type) Match(JsonNode? recon) =>
        ((string?)recon!["j"], (string?)recon["m"]?["id"], (string?)recon["m"]?["types"]?[0]);
}
