using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

#pragma warning disable CA1716 // The folder is that of the feature; nobody uses the tests from Visual Basic.
namespace ClaimTracker.Api.Tests.Features.Imports;
#pragma warning restore CA1716

public sealed class RowImportTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Csv = "text/csv";

    [Fact]
    public async Task A_verdict_brings_its_claim_sources_dates_and_author_and_was_never_reviewed_here()
    {
        var import = await host.Api.ImportAsync(
            """
            claim,claimant,claim_date,rating,published_at,author,source_urls
            "The quay, it is said, sank.",Ines Valdt; The Harbor Museum,2025-06,False,2025-07-01T09:00:00Z,M. Reyes,"https://a.example/1
            https://b.example/2"
            """,
            "format=csv",
            Csv);

        Assert.Equal((1, 0, 0), Counts(import));
        var claim = (await host.Api.GetAsync("/claims?q=quay")).Json["items"]![0]!;
        Assert.Equal("Ines Valdt|The Harbor Museum", Joined(claim["claimants"]!, static c => c["name"]));
        Assert.Equal("2025-06", (string?)claim["claimDate"]);
        Assert.Equal("published", (string?)claim["status"]);
        var verdict = (await host.Api.GetAsync($"/verdicts/{claim["verdict"]!["id"]}")).Json;
        Assert.Equal("imported", (string?)verdict["origin"]);
        Assert.Equal("M. Reyes", (string?)verdict["originAuthor"]);
        Assert.Null(verdict["reviewer"]);
        Assert.True((bool)verdict["house"]!);
        Assert.Equal("2025-07-01T09:00:00Z", (string?)verdict["publishedAt"]);
        Assert.Equal("https://a.example/1|https://b.example/2", Joined(verdict["evidence"]!, static e => e["source"]!["url"]));
        Assert.All(verdict["evidence"]!.AsArray(), static e => Assert.Equal("", (string?)e!["excerpt"]));
        Assert.Equal(["verdict.imported"], await host.KindsAsync($"verdict/{verdict["id"]}"));
        Assert.Contains("The quay", (await host.Api.GetAsync("/exports/verdicts.csv?claimant=Ines Valdt")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "verdicts.csv", Csv)]
    [InlineData("jsonl", "verdicts.jsonl", "application/jsonl")]
    public async Task A_list_that_was_exported_comes_in_elsewhere_and_comes_out_the_same(string format, string name, string contentType)
    {
        var list = "";
        await using var first = await TestEngine.Current.NewAsync();
        await using var second = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(first, Newsroom.FillAsync);
        await Newsroom.OnAsync(first, async api => list = (await api.GetAsync("/exports/" + name)).Text);

        await Newsroom.OnAsync(second, async api =>
        {
            var import = await api.ImportAsync("\uFEFF" + list, "format=" + format, contentType);
            Assert.Equal("done", (string?)import["state"]);
            var rows = (await api.GetAsync($"/imports/{import["id"]}/rows")).Text;
            Assert.True((int)import["counts"]!["refused"]! == 0, rows);
            Assert.Equal(Told(list, format), Told((await api.GetAsync("/exports/" + name)).Text, format));
            Assert.True((int)import["counts"]!["made"]! > 5);

            var again = await api.ImportAsync(list, "format=" + format, contentType);
            Assert.Equal((0, (int)import["counts"]!["made"]! + (int)import["counts"]!["unchanged"]!, 0), Counts(again));
            return "";
        });
    }

    [Fact]
    public async Task Each_row_stands_alone_and_what_is_wrong_is_named_by_line_and_column()
    {
        var import = await host.Api.ImportAsync(
            "Aussage;rating;published_at;Datum;Farbe\r\n\"Zeile eins\r\nund zwei.\";True;2025-01-01;2025;rot\r\nOhne Urteil.;;;;\r\n"
            + ";True;2025-01-01;;\r\nFalsch bewertet.;Very true;2025-01-01;;\r\nOhne Tag.;True;;;\r\nTag.;True;1.2.2025;;\r\n"
            + "Datum.;;;gestern;\r\nZu viel.;;;;;;\r\n",
            "format=csv&mapping=claim:Aussage,claim_date:Datum",
            Csv);

        Assert.Equal((2, 0, 6), Counts(import));
        Assert.Equal(1, (int)import["counts"]!["noted"]!);
        var rows = (await host.Api.GetAsync($"/imports/{import["id"]}/rows?limit=3")).Json;
        Assert.Equal(3, rows["items"]!.AsArray().Count);
        Assert.NotNull(rows["next"]);
        var all = (await host.Api.GetAsync($"/imports/{import["id"]}/rows")).Json["items"]!.AsArray();
        Assert.Equal(
            [
                (1, "noted", "Farbe"), (5, "refused", "Aussage"), (6, "refused", "rating"), (7, "refused", "published_at"),
                (8, "refused", "published_at"), (9, "refused", "Datum"), (10, "refused", null),
            ],
            all.Select(static row => ((int)row!["line"]!, (string)row["outcome"]!, (string?)row["column"])));
        Assert.Equal("claim", (string?)all[1]!["field"]);
        Assert.StartsWith("must be one of", (string?)all[2]!["problem"], StringComparison.Ordinal);
        var csv = await host.Api.GetAsync($"/imports/{import["id"]}/rows.csv");
        Assert.StartsWith("line,outcome,column,field,problem\r\n1,noted,Farbe,,", csv.Text, StringComparison.Ordinal);
        Assert.Equal($"attachment; filename=\"import-{import["id"]}-rows.csv\"", csv.ContentHeaders.ContentDisposition!.ToString());
    }

    [Fact]
    public async Task Of_an_atomic_import_with_a_bad_row_nothing_is_kept_and_the_report_is()
    {
        var import = await host.Api.ImportAsync(
            "claim,rating,published_at\nAll or none is good.,True,2025-01-01\nAll or none is bad.,True,soon\n",
            "format=csv&atomic=true",
            Csv);

        Assert.Equal("refused", (string?)import["state"]);
        Assert.Equal(3, (int)import["problem"]!["line"]!);
        Assert.Equal((0, 0, 1), Counts(import));
        Assert.Equal("{\"items\":[],\"next\":null}", (await host.Api.GetAsync("/claims?q=all or none")).Text);
        Assert.Single((await host.Api.GetAsync($"/imports/{import["id"]}/rows")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_dry_run_reports_what_would_happen()
    {
        var import = await host.Api.ImportAsync(
            "{\"claim\":\"Only tried out.\"}\n\n{\"claim\":\"Also\",\"claim_date\":2025}\n[1]\n{\"claim\"\n", "format=jsonl&dryRun=true");

        Assert.Equal((2, 0, 2), Counts(import));
        Assert.Equal("{\"items\":[],\"next\":null}", (await host.Api.GetAsync("/claims?q=only tried out")).Text);
        var rows = (await host.Api.GetAsync($"/imports/{import["id"]}/rows")).Items;
        Assert.Equal([4, 5], rows.Select(static row => (int)row!["line"]!));
    }

    [Fact]
    public async Task A_row_finds_its_claim_by_external_id_or_by_its_words_and_claimant()
    {
        const string Rows = """
            claim,claimant,external_app,external_id
            The tide was late.,Ada,desk,t-1
            The tide was late.,Ben,,
            """;
        Assert.Equal((2, 0, 0), Counts(await host.Api.ImportAsync(Rows, "format=csv", Csv)));

        Assert.Equal((0, 2, 0), Counts(await host.Api.ImportAsync(Rows, "format=csv", Csv)));
        var other = await host.Api.ImportAsync("claim,external_app,external_id\nOther words.,desk,t-1\n", "format=csv", Csv);
        Assert.Equal((0, 1, 0), Counts(other));
        Assert.Equal((1, 0, 0), Counts(await host.Api.ImportAsync("claim,claimant\nThe tide was late.,Cleo\n", "format=csv", Csv)));
    }

    /// <summary>Claims alone are written together, and yet each row finds those of the rows before it.</summary>
    [Fact]
    public async Task Claims_that_come_again_in_the_same_file_are_made_once_in_the_order_of_their_rows()
    {
        const string Rows = """
            claim,external_id,source_url
            The weir was shut.,w-1,
            The weir was closed.,w-1,
            THE WEIR WAS SHUT.,,
            The lock was shut.,,https://example.org/lock
            The lock was shut.,,
            The gate was shut.,,
            The gate was shut.,,https://example.org/gate
            The dam was shut.,,
            """;

        Assert.Equal((5, 3, 0), Counts(await host.Api.ImportAsync(Rows, "format=csv", Csv)));

        var claims = (await host.Api.GetAsync("/claims?q=shut")).Items;
        Assert.Equal(
            "The weir was shut. The lock was shut. The gate was shut. The dam was shut.",
            string.Join(' ', claims.OrderBy(static claim => (long)claim!["id"]!).Select(static claim => (string)claim!["text"]!)));
        Assert.Equal((0, 8, 0), Counts(await host.Api.ImportAsync(Rows, "format=csv", Csv)));
    }

    [Fact]
    public async Task A_claim_of_a_known_article_is_linked_to_its_sentence_and_others_keep_the_address()
    {
        var article = await host.Api.PostAsync(
            "/articles", new { text = "The lamp burns. The oil is low.", url = "https://lamps.example/oil" });

        await host.Api.ImportAsync(
            """
            claim,article_url,sentence
            The lamp has little oil.,https://lamps.example/oil,The oil is low.
            The lamp is of brass.,https://lamps.example/brass,The lamp is brass.
            """,
            "format=csv",
            Csv);

        var linked = (await host.Api.GetAsync($"/claims?articleId={article.Id}")).Json["items"]!.AsArray();
        Assert.Equal("The lamp has little oil.", (string?)Assert.Single(linked)!["text"]);
        var other = (await host.Api.GetAsync("/claims?q=lamp brass")).Json["items"]![0]!;
        Assert.Equal("https://lamps.example/brass", (string?)other["appearances"]![0]!["url"]);
    }

    [Fact]
    public async Task Evidence_brings_its_excerpt_and_source_and_is_not_doubled()
    {
        const string Rows = """
            claim,source_url,source_title,excerpt,stance,page
            The pier is long.,https://piers.example/1,Register,It measures 400 m.,supports,12
            """;
        await host.Api.ImportAsync(Rows, "format=csv", Csv);
        Assert.Equal((0, 1, 0), Counts(await host.Api.ImportAsync(Rows, "format=csv", Csv)));

        var claim = (await host.Api.GetAsync("/claims?q=pier long")).Json["items"]![0]!["id"];
        var evidence = Assert.Single((await host.Api.GetAsync($"/claims/{claim}/evidence")).Json["items"]!.AsArray())!;
        Assert.Equal("It measures 400 m.", (string?)evidence["excerpt"]);
        Assert.Equal("12", (string?)evidence["locator"]!["page"]);
        Assert.Equal("supports", (string?)evidence["links"]![0]!["stance"]);
        Assert.Equal("Register", (string?)evidence["source"]!["title"]);
    }

    [Fact]
    public async Task A_retracted_verdict_stays_retracted_and_drafts_are_refused()
    {
        var import = await host.Api.ImportAsync(
            """
            claim,rating,published_at,state,retraction_reason,ended_at
            The mast fell.,True,2025-01-01,retracted,It stands again.,2025-02-01T00:00:00Z
            The sail tore.,True,2025-01-01,draft,,
            The keel broke.,True,2025-01-01,retracted,,
            """,
            "format=csv",
            Csv);

        Assert.Equal((1, 0, 2), Counts(import));
        var verdict = (await host.Api.GetAsync("/verdicts?state=retracted&q=mast")).Json["items"]![0]!;
        Assert.Equal("It stands again.", (string?)verdict["retraction"]!["reason"]);
        Assert.False((bool)verdict["house"]!);
    }

    internal static (int Made, int Unchanged, int Refused) Counts(JsonNode import) => (
        (int)import["counts"]!["made"]!, (int)import["counts"]!["unchanged"]!, (int)import["counts"]!["refused"]!);

    private static string Joined(JsonNode list, Func<JsonNode, JsonNode?> part) =>
        string.Join('|', list.AsArray().Select(one => (string?)part(one!)));

    // What a list says, without ids and times of this desk; sorted, since ids give the order.
    private static IReadOnlyList<string> Told(string list, string format)
    {
        var rows = format == "csv" ? CsvOf(list) : list.TrimEnd('\n').Split('\n').Select(static line => JsonNode.Parse(line)!.AsObject()
            .ToDictionary(static member => member.Key, static member => member.Value?.ToJsonString() ?? "", StringComparer.Ordinal));
        string[] columns =
            ["claim", "claimant", "claim_date", "rating", "scale", "justification", "published_at", "review_url", "source_urls"];
        return [.. rows.Select(row => string.Join('|', columns.Select(column => row[column]))).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<Dictionary<string, string>> CsvOf(string list)
    {
        using var reader = new CsvHelper.CsvReader(new StringReader(list), System.Globalization.CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        while (reader.Read())
        {
            yield return reader.HeaderRecord!.ToDictionary(
                static name => name, name => reader.GetField(name)!, StringComparer.Ordinal);
        }
    }
}
