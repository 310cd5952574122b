using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

#pragma warning disable CA1716 // The folder is that of the feature; nobody uses the tests from Visual Basic.
namespace ClaimTracker.Api.Tests.Features.Imports;
#pragma warning restore CA1716

/// <summary>Data sets of research, reference managers and workbooks.</summary>
public sealed class OtherFormatsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Columns = "/exports/verdicts.csv?columns=claim,claimant,claim_date,rating,justification,published_at";
    private const string Json = "application/json";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_claim_of_fever_comes_with_its_evidence_and_its_label_is_a_tag()
    {
        const string file = """
            {"id":75397,"verifiable":"VERIFIABLE","label":"REFUTES","claim":"The gull is a mammal.",
             "evidence":[[[1,2,"Gull_-LRB-bird-RRB-",7]],[[3,4,"https://w.example/g",null,"Gulls lay eggs."]]]}
            {"id":75398,"label":"NOT ENOUGH INFO","claim":"The gull is bored.","evidence":[[[5,null,null,null]]]}
            """;

        var import = await _api.ImportAsync(file, "format=fever", "application/jsonl");

        Assert.Equal((2, 0), Counts(import));
        var claim = (await _api.GetAsync("/claims?externalApp=fever&externalId=75397")).Items.Single()!;
        Assert.Equal("fever: REFUTES", (string?)claim["tags"]![0]);
        Assert.Null(claim["verdict"]);
        var evidence = (await _api.GetAsync($"/claims/{claim["id"]}/evidence")).Items;
        Assert.Equal(2, evidence.Count);
        Assert.Contains(evidence, static e => (string?)e!["source"]!["url"] == "https://en.wikipedia.org/wiki/Gull_%28bird%29"
            && (string?)e["locator"]!["section"] == "line 7" && (string?)e["links"]![0]!["stance"] == "refutes");
        Assert.Contains(evidence, static e => (string?)e!["excerpt"] == "Gulls lay eggs.");
        Assert.Equal((0, 2), Counts(await _api.ImportAsync(file, "format=fever", "application/jsonl")));
    }

    [Fact]
    public async Task A_claim_of_averitec_comes_with_its_questions_and_answers()
    {
        var import = await _api.ImportAsync(
            """
            [{"claim":"The lock opened in 1890.","claim_id":7,"claim_date":"25-8-2020","speaker":"A mayor",
              "original_claim_url":"https://posts.example/9",
              "fact_checking_article":"https://checks.example/9","label":"Conflicting Evidence/Cherrypicking","questions":[
              {"question":"When did it open?","answers":[
               {"answer":"In 1891.","answer_type":"Abstractive","source_url":"https://archive.example/9",
                "cached_source_url":"https://web.example/9"},
              {"answer":"Nobody knows.","answer_type":"Unanswerable"}]}]}]
            """,
            "format=averitec",
            Json);

        Assert.Equal((1, 0), Counts(import));
        var claim = (await _api.GetAsync("/claims?q=lock")).Items.Single()!;
        Assert.Equal(("2020-08-25", "A mayor", "https://posts.example/9"), (
            (string?)claim["claimDate"], (string?)claim["claimants"]![0]!["name"], (string?)claim["appearances"]![0]!["url"]));
        Assert.Equal("averitec: Conflicting Evidence/Cherrypicking", (string?)claim["tags"]![0]);
        var evidence = (await _api.GetAsync($"/claims/{claim["id"]}/evidence")).Items;
        var answer = evidence.Single(static e => (string?)e!["excerpt"] == "In 1891.")!;
        Assert.Equal(("When did it open?", "https://web.example/9"), (
            (string?)answer["links"]![0]!["question"], (string?)answer["source"]!["archivedUrl"]));
        Assert.Contains(evidence, static e => (string?)e!["source"]!["url"] == "https://checks.example/9");
    }

    [Fact]
    public async Task References_become_sources_once()
    {
        const string file = """
            [{"id":"a/1","type":"report","title":"The state of the piers",
              "author":[{"family":"Reyes","given":"M."},{"literal":"Harbour Board"}],
              "publisher":"Port Press","issued":{"date-parts":[[2024,"3"]]},"accessed":{"date-parts":[[2026,1,9]]},"DOI":"10.1/piers"},
             {"id":"a/2","type":"interview","title":"Talk with a diver","issued":{"raw":"2023"}},
             {"id":"a/3","type":"webpage","URL":"not an address"}]
            """;

        var import = await _api.ImportAsync(file, "format=csl", "application/vnd.citationstyles.csl+json");

        Assert.Equal((2, 0), Counts(import));
        var source = (await _api.GetAsync("/sources?q=piers")).Items.Single()!;
        Assert.Equal(("https://doi.org/10.1/piers", "M. Reyes; Harbour Board", "Port Press", "2024-03", "2026-01-09"), (
            (string?)source["url"], (string?)source["author"], (string?)source["publisher"], (string?)source["publishedOn"],
            (string?)source["accessedOn"]));
        Assert.Equal("interview", (string?)(await _api.GetAsync("/sources?q=diver")).Items.Single()!["kind"]);
        Assert.Equal((0, 2), Counts(await _api.ImportAsync(file, "format=csl", Json)));
    }

    [Fact]
    public async Task References_whose_long_titles_begin_alike_are_told_apart()
    {
        var begin = string.Concat(Enumerable.Repeat("🌊 of tides", 20)); // 220 code points, of which the index has 200.
        var file = $$"""
            [{"type":"book","title":"{{begin}}, volume 1"},{"type":"book","title":"{{begin}}, volume 2"},
             {"type":"book","title":"{{begin}}, volume 1","author":[{"literal":"Another"}]},{"type":"book","title":"{{begin}}, VOLUME 1"}]
            """;

        Assert.Equal((3, 1), Counts(await _api.ImportAsync(file, "format=csl", Json)));
        Assert.Equal((0, 4), Counts(await _api.ImportAsync(file, "format=csl", Json)));
    }

    [Fact]
    public async Task A_workbook_that_was_exported_comes_in_elsewhere_and_comes_out_the_same()
    {
        await using var first = await TestEngine.Current.NewAsync();
        await using var second = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(first, Newsroom.FillAsync);
        var (book, list) = (Array.Empty<byte>(), "");
        await Newsroom.OnAsync(first, async api =>
        {
            book = await api.Http.GetByteArrayAsync(new Uri("/api/v1/exports/verdicts.xlsx", UriKind.Relative));
            return list = (await api.GetAsync(Columns)).Text;
        });

        await Newsroom.OnAsync(second, async api =>
        {
            var import = await SendAsync(api, book);
            var rows = (await api.GetAsync($"/imports/{import["id"]}/rows")).Text;
            Assert.True((string?)import["state"] == "done" && (int)import["counts"]!["refused"]! == 0, $"{import} {rows}");
            Assert.Equal(Sorted(list), Sorted((await api.GetAsync(Columns)).Text), StringComparer.Ordinal);
            return "";
        });
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused()
    {
        var plain = await SendAsync(_api, "claim\nA line"u8.ToArray());
        Assert.Equal("refused", (string?)plain["state"]);
        Assert.Contains("save it as XLSX", (string?)plain["problem"]!["text"], StringComparison.Ordinal);

        var empty = await SendAsync(_api, Zip("[Content_Types].xml", 10));
        Assert.Equal("refused", (string?)empty["state"]);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked()
    {
        var import = await SendAsync(_api, Zip("xl/workbook.xml", Limits.SheetBytes + 1L));

        Assert.Equal("refused", (string?)import["state"]);
        Assert.Contains("268,435,456 bytes", (string?)import["problem"]!["text"], StringComparison.Ordinal);
    }

    private static byte[] Zip(string name, long length)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var left = length; left > 0; left -= zeros.Length)
            {
                entry.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
            }
        }

        return file.ToArray();
    }

    private static async Task<JsonNode> SendAsync(ApiDriver api, byte[] file)
    {
        var answer = await api.SendBytesAsync(HttpMethod.Post, "/imports?format=xlsx", file, Sheet);
        Assert.True(answer.Status is HttpStatusCode.Accepted, answer.Text);
        return await api.EndOfImportAsync(answer.Id);
    }

    private static IEnumerable<string> Sorted(string list) => list.Split("\r\n").Order(StringComparer.Ordinal);

    private static (int Made, int Unchanged) Counts(JsonNode import) =>
        ((int)import["counts"]!["made"]!, (int)import["counts"]!["unchanged"]!);
}
