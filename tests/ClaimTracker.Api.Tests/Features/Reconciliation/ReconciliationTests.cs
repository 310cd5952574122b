using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Reconciliation;

/// <summary>A table of names in OpenRefine, as it asks a service of the Reconciliation Service API 0.2.</summary>
public sealed class ReconciliationTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task The_manifest_names_what_there_is_and_each_address_in_it_answers()
    {
        await _api.GivenAsync("/claims", new { text = "The weathervane turns.", claimants = new[] { new { name = "Vera Vane" } } });
        var manifest = JsonNode.Parse(await _api.Http.GetStringAsync(new Uri("/reconcile", UriKind.Relative)))!;

        Assert.Equal("0.2", (string?)manifest["versions"]![0]);
        Assert.Equal(
            ["claim", "claimant", "source"],
            manifest["defaultTypes"]!.AsArray().Select(static type => (string)type!["id"]!),
            StringComparer.Ordinal);
        foreach (var kind in (string[])["entity", "type", "property"])
        {
            var service = manifest["suggest"]![kind]!;
            var answer = await _api.Http.GetStringAsync(new Uri($"{service["service_url"]}{service["service_path"]}?prefix=cla"));
            Assert.NotNull(JsonNode.Parse(answer)!["result"]);
        }

        var propose = manifest["extend"]!["propose_properties"]!;
        var proposed = JsonNode.Parse(await _api.Http.GetStringAsync(
            new Uri($"{propose["service_url"]}{propose["service_path"]}?type=source&limit=2")))!;
        Assert.Equal(
            ["url", "publisher"], proposed["properties"]!.AsArray().Select(static one => (string)one!["id"]!), StringComparer.Ordinal);
        var id = (string)(await QueriesAsync("""{"q":{"query":"Vera Vane","type":"claimant"}}"""))["q"]!["result"]![0]!["id"]!;
        var page = await _api.Http.GetStringAsync(
            new Uri(((string)manifest["view"]!["url"]!).Replace("{{id}}", id, StringComparison.Ordinal)));
        Assert.Contains("Vera Vane", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_finds_claims_claimants_and_sources_with_the_best_first()
    {
        var claim = await _api.GivenAsync("/claims", new
        {
            text = "The gasworks of Oldenmoor closed in 1971.",
            claimants = new[] { new { name = "Oldenmoor Gas Board" }, new { name = "Ida Gas" } },
        });
        await _api.GivenAsync("/sources", new { url = "https://gas.example/annals", title = "Annals of the gas board" });

        var answer = await QueriesAsync("""
            {"q0":{"query":"The gasworks of Oldenmoor closed in 1971","type":"claim","limit":1},
             "q1":{"query":"oldenmoor gas board","type":"claimant"},
             "q2":{"query":"Annals of the Gas Board","type":["source"]},
             "q3":{"query":"https://www.gas.example/annals/"},
             "q4":{"query":"Nobody at all of that name","type":"claimant"},
             "q5":{"query":"","type":"claim"},
             "q6":{"query":"a\u0000b"}}
            """);

        var best = answer["q0"]!["result"]![0]!;
        Assert.Equal(($"claim-{claim}", true), ((string?)best["id"], (bool)best["match"]!));
        Assert.Equal(("Oldenmoor Gas Board", 100.0, true), (
            (string?)answer["q1"]!["result"]![0]!["name"], (double)answer["q1"]!["result"]![0]!["score"]!,
            (bool)answer["q1"]!["result"]![0]!["match"]!));
        Assert.Equal("Annals of the gas board", (string?)answer["q2"]!["result"]![0]!["name"]);
        Assert.Equal("source", (string?)answer["q3"]!["result"]![0]!["type"]![0]!["id"]);
        Assert.Empty(answer["q4"]!["result"]!.AsArray());
        Assert.Empty(answer["q5"]!["result"]!.AsArray());
        Assert.Empty(answer["q6"]!["result"]!.AsArray());
    }

    [Fact]
    public async Task Values_of_entities_fill_columns()
    {
        var claim = await _api.GivenAsync("/claims", new
        {
            text = "The funicular is steep.",
            language = "en",
            claimDate = "2026-02",
            tags = new[] { "Hills", "Rails" },
            claimants = new[] { new { name = "Finn Icular" } },
        });
        await _api.GivenPublishedAsync(claim, "True");

        var rows = (await FormAsync(
            "extend",
            $$"""
            {"ids":["claim-{{claim}}","claim-999999","nonsense"],
             "properties":[{"id":"rating"},{"id":"claim_date"},{"id":"tag"},{"id":"claimant"},{"id":"x"}]}
            """)).Json;

        Assert.Equal(
            ["Rating", "Date of the claim", "Tag", "Claimant", "x"],
            rows["meta"]!.AsArray().Select(static one => (string)one!["name"]!),
            StringComparer.Ordinal);
        var values = rows["rows"]![$"claim-{claim}"]!;
        Assert.Equal(("True", "2026-02", "Rails", "Finn Icular"), (
            (string?)values["rating"]![0]!["str"], (string?)values["claim_date"]![0]!["date"], (string?)values["tag"]![1]!["str"],
            (string?)values["claimant"]![0]!["name"]));
        Assert.Empty(rows["rows"]!["claim-999999"]!["rating"]!.AsArray());
        var claimant = (string)values["claimant"]![0]!["id"]!;
        var claims = (await FormAsync("extend", $$"""{"ids":["{{claimant}}"],"properties":[{"id":"claims"}]}""")).Json;
        Assert.Equal(1, (double)claims["rows"]![claimant]!["claims"]![0]!["float"]!);
    }

    [Fact]
    public async Task A_name_that_is_only_begun_is_completed()
    {
        await _api.GivenAsync("/claims", new { text = "A claim.", claimants = new[] { new { name = "Quirin Quast" } } });

        Assert.Contains(await FoundAsync("Quirin Qu"), static one => (string?)one!["name"] == "Quirin Quast");
        Assert.Contains(await FoundAsync("Quirin Qu&type=claimant"), static one => (string?)one!["name"] == "Quirin Quast");
        Assert.Empty(await FoundAsync("Quirin Qu&type=source"));
        var all = (await _api.GetAsync("/reconcile/properties?type=")).Json["properties"]!.AsArray();
        Assert.Equal(all.Count, (await _api.GetAsync("/reconcile/properties")).Json["properties"]!.AsArray().Count);
        Assert.Equal(2, all.Count(static one => (string?)one!["id"] is "archived_url" or "claims"));

        async Task<JsonArray> FoundAsync(string prefix) =>
            (await _api.GetAsync("/reconcile/suggest/entity?prefix=" + prefix)).Json["result"]!.AsArray();
    }

    [Fact]
    public async Task A_confidential_source_and_an_unpublished_claim_are_nobody_s_but_the_desk_s()
    {
        await using var open = new ApiHost(("Auth:Public", "true"));
        await open.InitializeAsync();
        await open.Api.GivenAsync("/sources", new { url = "https://leak.example/1", title = "The leaky ledger", confidential = true });
        await open.Api.GivenAsync("/claims", new { text = "The ledger leaks.", claimants = new[] { new { name = "Lea Kage" } } });
        var dora = new[] { new { name = "Dora Dry" } };
        var dry = await open.Api.GivenAsync("/claims", new { text = "The ledger is dry.", claimants = dora });
        await open.Api.GivenPublishedAsync(dry, "True");
        var reader = await open.AsAsync("reader", "Reader of ledgers");

        Assert.Empty((await reader.GetAsync("/reconcile?queries=" + Uri.EscapeDataString(
            """{"q":{"query":"The leaky ledger","type":"source"}}"""))).Json["q"]!["result"]!.AsArray());
        foreach (var (query, count) in ((string, int)[])[("The ledger leaks", 1), ("Lea Kage", 0), ("Dora Dry", 2)])
        {
            var answer = await open.Stranger.GetStringAsync(new Uri(
                "/reconcile?queries=" + Uri.EscapeDataString($$$"""{"q":{"query":"{{{query}}}"}}"""), UriKind.Relative));
            Assert.DoesNotContain("leaks", answer, StringComparison.Ordinal);
            Assert.Equal(count, JsonNode.Parse(answer)!["q"]!["result"]!.AsArray().Count);
        }
    }

    [Theory]
    [InlineData("queries", "[]", "queries")]
    [InlineData("queries", "{\"q\":{\"query\":\"a\",\"type\":\"person\"}}", "queries")]
    [InlineData("queries", "{\"q\":{\"query\":\"a\",\"limit\":\"many\"}}", "queries")]
    [InlineData("extend", "{}", "extend")]
    [InlineData("other", "x", "queries")]
    public async Task What_cannot_be_asked_is_refused(string member, string value, string field)
    {
        var refused = await FormAsync(member, value);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.Error(field));
    }

    [Fact]
    public async Task Batches_have_a_most()
    {
        var most = string.Join(',', Enumerable.Range(0, Limits.ReconciledAtOnce).Select(static i => $$"""  "q{{i}}":{}"""));

        Assert.Equal(HttpStatusCode.OK, (await FormAsync("queries", $"{{{most}}}")).Status);
        Assert.Equal("must be at most 50", (await FormAsync("queries", $"{{{most},\"more\":{{}}}}")).Error("queries"));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/reconcile/preview?id=claim-999999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/reconcile/preview?id=claimant-AAA")).Status); // Two zeros.
        var many = string.Join('&', Enumerable.Range(0, 2_000).Select(static i => $"a{i}=b"));
        var form = await _api.SendTextAsync(HttpMethod.Post, "/reconcile", many, "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.BadRequest, form.Status);
    }

    private async Task<JsonNode> QueriesAsync(string queries) => (await FormAsync("queries", queries)).Json;

    private Task<Answer> FormAsync(string member, string value) => _api.SendTextAsync(
        HttpMethod.Post, "/reconcile", $"{member}={Uri.EscapeDataString(value)}", "application/x-www-form-urlencoded");
}
