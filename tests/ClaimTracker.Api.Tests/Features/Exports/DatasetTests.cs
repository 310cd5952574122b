using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Exports;

/// <summary>Verdicts as data sets: a data package, FEVER, AVeriTeC and Web Annotations.</summary>
public sealed class DatasetTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_package_describes_each_of_its_columns_and_files()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "=Packed, \"well\".", tags = new[] { "packed" } });
        var verdict = await _api.GivenPublishedAsync(claim, "True");

        var bytes = await _api.Http.GetByteArrayAsync("/api/v1/exports/package.zip?tag=packed");
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        var package = JsonNode.Parse(Read(zip, "datapackage.json"))!;

        Assert.Equal(["verdicts.csv", "evidence.csv", "datapackage.json"], zip.Entries.Select(
            static entry => entry.FullName), StringComparer.Ordinal);
        foreach (var resource in package["resources"]!.AsArray())
        {
            var text = Read(zip, (string)resource!["path"]!);
            var rows = CsvReader.Read(text);
            Assert.Equal(
                rows[0], resource["schema"]!["fields"]!.AsArray().Select(static field => (string)field!["name"]!), StringComparer.Ordinal);
            Assert.Equal((int)resource["rows"]!, rows.Count - 1);
            Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), (string)resource["hash"]!);
        }

        var line = CsvReader.Read(Read(zip, "verdicts.csv"))[1];
        Assert.Equal(($"{verdict}", "=Packed, \"well\".", "2026-03-03T12:00:00Z"), (line[0], line[2], line[11]));
    }

    [Fact]
    public async Task Verdicts_are_examples_of_FEVER_with_their_sets_of_evidence()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "The dam holds.", tags = new[] { "fever" } });
        var ids = new List<long>();
        foreach (var (url, set) in new[] { ("https://a.example/", (int?)1), ("https://b.example/", 1), ("https://c.example/", null) })
        {
            ids.Add((await _api.PostAsync(
                $"/claims/{claim}/evidence", new { source = new { url }, excerpt = "It says " + url, stance = "supports", set })).Id);
        }

        var verdict = await _api.GivenDraftAsync(claim, "Mostly true");
        await _api.PublishAsync(verdict);

        var line = JsonNode.Parse((await _api.GetAsync("/exports/fever.jsonl?tag=fever")).Text)!;
        var mapped = JsonNode.Parse((await _api.GetAsync("/exports/fever.jsonl?tag=fever&mapping=Mostly%20true:not_enough")).Text)!;

        Assert.Equal(
            ("SUPPORTS", "VERIFIABLE", "The dam holds."), ((string)line["label"]!, (string)line["verifiable"]!, (string)line["claim"]!));
        string Cited(int i, string url) => $"[{verdict},{ids[i]},\"{url}\",null,\"It says {url}\"]";
        Assert.Equal(
            $"[[{Cited(0, "https://a.example/")},{Cited(1, "https://b.example/")}],[{Cited(2, "https://c.example/")}]]",
            line["evidence"]!.ToJsonString());
        Assert.Equal("NOT ENOUGH INFO", (string)mapped["label"]!);
    }

    [Theory]
    [InlineData("True", "Supported")]
    [InlineData("False", "Refuted")]
    [InlineData("Half true", "Conflicting Evidence/Cherrypicking")]
    [InlineData("Unproven", "Not Enough Evidence")]
    public async Task The_label_follows_from_the_value_of_the_rating(string rating, string label)
    {
        var tag = "averitec " + rating;
        var claim = await _api.GivenAsync("/claims", new
        {
            text = "Labelled.",
            tags = new[] { tag },
            claimants = new[] { new { name = "Bo" } },
            appearances = new[] { new { url = "https://said.example/" } },
        });
        await _api.GivenPublishedAsync(claim, rating);

        var item = Assert.Single((await _api.GetAsync($"/exports/averitec.json?tag={Uri.EscapeDataString(tag)}")).Json.AsArray())!;

        Assert.Equal((label, "Bo", "https://said.example/"), (
            (string)item["label"]!, (string)item["speaker"]!, (string)item["original_claim_url"]!));
        Assert.Equal("https://example.org/register", (string)item["questions"]![0]!["answers"]![0]!["source_url"]!);
    }

    [Fact]
    public async Task An_empty_data_set_is_one_and_a_wrong_mapping_is_refused()
    {
        Assert.Equal("[]", (await _api.GetAsync("/exports/averitec.json?tag=none")).Json.ToJsonString());
        Assert.Equal("", (await _api.GetAsync("/exports/fever.jsonl?tag=none")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await _api.GetAsync("/exports/fever.jsonl?mapping=True:yes")).Status);
    }

    [Fact]
    public async Task Annotations_quote_the_sentence_and_carry_the_rating()
    {
        var article = await _api.PostAsync(
            "/articles", new { text = "It rained. The weir is 🐅 4 metres high. Nobody came.", url = "https://weir.example/" });
        var sentence = article.Json["sentences"]![1]!;
        var claim = await _api.GivenAsync($"/sentences/{(long)sentence["id"]!}/claims", new { text = "The weir is 4 metres high." });
        await _api.GivenPublishedAsync(claim, "False");

        var page = (await _api.GetAsync($"/articles/{article.Id}/annotations")).Json;

        var item = Assert.Single(page["items"]!.AsArray())!;
        Assert.Equal(("AnnotationPage", "https://weir.example/"), ((string)page["type"]!, (string)item["target"]!["source"]!));
        Assert.Equal("The weir is 🐅 4 metres high.", (string)item["target"]!["selector"]![0]!["exact"]!);
        Assert.Equal(((int)sentence["start"]!, (int)sentence["end"]!), (
            (int)item["target"]!["selector"]![1]!["start"]!, (int)item["target"]!["selector"]![1]!["end"]!));
        Assert.Equal(["The weir is 4 metres high.", "False"], item["body"]!.AsArray()
            .Take(2).Select(static body => (string)body!["value"]!), StringComparer.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/articles/4711/annotations")).Status);
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
