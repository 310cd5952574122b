using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Exports;

/// <summary>The lists of claims, evidence, sources and articles as files.</summary>
public sealed class ExportListsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Claims_show_their_verdict_and_every_sentence_that_makes_them()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The pier is 90 metres long. Ninety metres, the pier has.");
        var claim = await _api.GivenAsync("/claims", new
        {
            text = "The pier is 90 metres long.",
            tags = new[] { "pier" },
            claimants = new[] { new { name = "Bo" } },
            attribution = new[] { new { name = "Reuters", verb = "reported" }, new { name = "Bo", verb = "said" } },
            appearances = new[] { new { url = "https://pier.example/", first = true } },
            sentenceIds = sentences,
        });
        var verdict = await _api.GivenPublishedAsync(claim, "False");

        var line = await LineAsync("/exports/claims.jsonl?tag=pier");
        var csv = CsvReader.Read((await _api.GetAsync("/exports/claims.csv?tag=pier&columns=attribution,sentences")).Text);

        Assert.Equal((claim, verdict, "False", 1), (
            (long)line["claim_id"]!, (long)line["verdict_id"]!, (string)line["rating"]!, (int)line["rating_value"]!));
        Assert.Equal(("published", "Bo"), ((string)line["status"]!, (string)line["claimant"]!));
        Assert.Equal("""["https://pier.example/"]""", line["appearance_urls"]!.ToJsonString());
        Assert.Equal(sentences, line["sentences"]!.AsArray().Select(s => (long)s!["sentenceId"]!));
        Assert.All(line["sentences"]!.AsArray(), s => Assert.Equal(article, (long)s!["articleId"]!));
        string[] cells = ["Reuters (reported) > Bo (said)", "The pier is 90 metres long.\nNinety metres, the pier has."];
        Assert.Equal(cells, csv[1], StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_reader_gets_no_draft_of_a_verdict_with_a_claim()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "In draft.", tags = new[] { "in-draft" } });
        await _api.GivenDraftAsync(claim, "False");
        var reader = await host.AsAsync("reader", "Reader of claims");

        var line = JsonNode.Parse((await reader.GetAsync("/exports/claims.jsonl?tag=in-draft")).Text)!;

        Assert.Null(line["verdict_id"]);
        Assert.Null(line["rating"]);
        Assert.Equal("False", (string)(await LineAsync("/exports/claims.jsonl?tag=in-draft"))["rating"]!);
    }

    [Fact]
    public async Task Evidence_has_a_row_for_each_claim_that_it_bears_on()
    {
        var first = await _api.GivenClaimAsync("The tower is high.");
        var second = await _api.GivenClaimAsync("The tower is not high.");
        var evidence = (await _api.PostAsync($"/claims/{first}/evidence", new
        {
            source = new { url = "https://tower.example/", title = "The tower", publisher = "Town", publishedOn = "2026-02" },
            excerpt = "It is 90 metres high.",
            locator = new { page = "7" },
            stance = "supports",
            set = 2,
            note = "Ours.",
        })).Id;
        await _api.PutAsync($"/evidence/{evidence}/claims/{second}", new { stance = "refutes" });

        var rows = CsvReader.Read((await _api.GetAsync(
            $"/exports/evidence.csv?ids={evidence}&columns=claim_id,stance,evidence_set,excerpt,page,"
            + "source_publisher,source_published_on,note")).Text);

        Assert.Equal($"{first},supports,2,It is 90 metres high.,7,Town,2026-02,Ours.", string.Join(',', rows[1]));
        Assert.Equal($"{second},refutes,,It is 90 metres high.,7,Town,2026-02,Ours.", string.Join(',', rows[2]));
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public async Task A_confidential_source_is_named_in_no_file()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "Whispered.", tags = new[] { "whispered" } });
        await _api.PostAsync($"/claims/{claim}/evidence", new
        {
            source = new
            {
                url = "https://whisper.example/",
                title = "whisper-title",
                author = "whisper-author",
                publisher = "whisper-publisher",
                confidential = true,
            },
            excerpt = "whisper-excerpt",
            locator = new { page = "whisper-page" },
            stance = "supports",
            note = "whisper-note",
        });
        await _api.GivenDraftAsync(claim, "False");

        string[] files = ["evidence.jsonl", "sources.jsonl", "claims.jsonl", "verdicts.jsonl?state=draft", "evidence.csv", "sources.csv"];
        foreach (var path in files)
        {
            var text = (await _api.GetAsync("/exports/" + path)).Text;
            Assert.DoesNotContain("whisper-", text, StringComparison.Ordinal);
            Assert.DoesNotContain("whisper.example", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reader_gets_no_evidence_that_is_not_public_and_no_notes()
    {
        var claim = await _api.GivenClaimAsync("Seen from outside.");
        var source = new { url = "https://in.example/" };
        await _api.PostAsync($"/claims/{claim}/evidence", new { source, excerpt = "Inside only.", stance = "supports", @public = false });
        await _api.PostAsync($"/claims/{claim}/evidence", new { source, excerpt = "For all.", stance = "supports", note = "Desk note." });
        var reader = await host.AsAsync("reader", "Reader of evidence");

        var text = (await reader.GetAsync($"/exports/evidence.jsonl?claimId={claim}")).Text;

        Assert.Contains("For all.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Inside only.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Desk note.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_say_how_far_they_are()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The mill has 3 floors. It was a sunny day.");
        await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "The mill has 3 floors." });

        var line = await LineAsync($"/exports/articles.jsonl?ids={article}");

        Assert.Equal((2, 1, false), ((int)line["sentence_count"]!, (int)line["claim_count"]!, (bool)line["ready"]!));
        await _api.PatchAsync($"/sentences/{sentences[1]}", new { state = "not_checkable" });
        await _api.GivenPublishedAsync((long)(await LineAsync($"/exports/claims.jsonl?articleId={article}"))["claim_id"]!, "True");
        Assert.True((bool)(await LineAsync($"/exports/articles.jsonl?ids={article}"))["ready"]!);
    }

    private async Task<JsonObject> LineAsync(string path) => JsonNode.Parse(
        Assert.Single((await _api.GetAsync(path)).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!.AsObject();
}
