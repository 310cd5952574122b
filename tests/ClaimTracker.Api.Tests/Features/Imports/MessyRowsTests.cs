using System.Text;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Features.Imports;
using ClaimTracker.Api.Tests.Hosting;

#pragma warning disable CA1716 // The folder is that of the feature; nobody uses the tests from Visual Basic.
namespace ClaimTracker.Api.Tests.Features.Imports;
#pragma warning restore CA1716

/// <summary>Sheets as people keep them.</summary>
public sealed class MessyRowsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Csv = "text/csv";

    [Fact]
    public async Task A_line_of_the_separator_blank_rows_and_blanks_around_words_are_no_fault()
    {
        var import = await host.Api.ImportAsync(
            "sep=;\r\nClaim;Rating;Published At;State;Claim Date\r\n;;;;\r\n"
            + "The jetty sank.; true ;2025-01-01 ;published\u00a0; 2024-12\r\n  ;;;;\r\n\r\n;;;;\r\n",
            "format=csv",
            Csv);

        Assert.Equal(((1, 0, 0), 0), (RowImportTests.Counts(import), (int)import["counts"]!["noted"]!));
        var verdict = (await host.Api.GetAsync("/verdicts?q=jetty sank")).Json["items"]![0]!;
        Assert.Equal(
            "True 2025-01-01T00:00:00Z 2024-12", $"{verdict["rating"]!["name"]} {verdict["publishedAt"]} {verdict["claim"]!["claimDate"]}");
    }

    [Fact]
    public async Task A_rating_is_named_or_told_by_its_value()
    {
        await host.Api.GivenAsync("/rating-scales", new
        {
            name = "Stars",
            ratings = new object[] { new { name = "3", value = 1 }, new { name = "Two", value = 2 }, new { name = "Three", value = 3 } },
        });

        var csv = await host.Api.ImportAsync(
            "claim,rating,scale,published_at\nThe raft has value.,4.0,,2025-01-01\nThe raft has a name.,3,Stars,2025-01-01\n"
            + "The raft has stars.,2,Stars,2025-01-01\nThe raft has too many.,6,,2025-01-01\n",
            "format=csv",
            Csv);
        var json = await host.Api.ImportAsync(
            """{"claim":"The raft has a number.","rating":3,"published_at":"2025-01-01"}""", "format=jsonl");

        Assert.Equal(((3, 0, 1), (1, 0, 0)), (RowImportTests.Counts(csv), RowImportTests.Counts(json)));
        var ratings = (await host.Api.GetAsync("/verdicts?q=raft has&sort=id")).Items
            .Select(static verdict => (string?)verdict!["rating"]!["name"]);
        Assert.Equal("Mostly true|3|Two|Half true", string.Join('|', ratings));
    }

    [Fact]
    public async Task Addresses_may_have_commas_semicolons_or_lines_between_them()
    {
        var import = await host.Api.ImportAsync(
            "claim,source_urls\nThe oar broke.,"
            + "\"https://example.org/a?b=1,2;3, https://example.org/b;https://example.org/c;\nHTTPS://example.org/d;\"\n",
            "format=csv",
            Csv);

        Assert.Equal((1, 0, 0), RowImportTests.Counts(import));
        var claim = (await host.Api.GetAsync("/claims?q=oar")).Items.Single()!["id"];
        var addresses = (await host.Api.GetAsync($"/claims/{claim}/evidence")).Items
            .Select(static evidence => (string)evidence!["source"]!["url"]!)
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            "HTTPS://example.org/d https://example.org/a?b=1,2;3 https://example.org/b https://example.org/c", string.Join(' ', addresses));
    }

    [Theory]
    [InlineData("csv", "de")]
    [InlineData("xlsx", "fr")]
    public async Task A_list_with_headings_for_people_comes_in_as_it_was_exported(string format, string language)
    {
        await host.Api.GivenAsync("/fields", new { on = "claim", name = $"berth_{format}", type = "text" });
        await host.Api.GivenPublishedAsync(await host.Api.GivenClaimAsync($"The anchor of {format} held."), "True");
        var list = await host.Api.Http.GetByteArrayAsync(
            new Uri($"/api/v1/exports/verdicts.{format}?labels={language}&q=anchor+{format}", UriKind.Relative));

        await using var other = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(other, async api =>
        {
            var answer = await api.SendBytesAsync(HttpMethod.Post, $"/imports?format={format}", list, "application/octet-stream");
            var import = await api.EndOfImportAsync(answer.Id);

            Assert.Equal((1, 0, 0), RowImportTests.Counts(import));
            var notes = (await api.GetAsync($"/imports/{answer.Id}/rows")).Items; // The other desk has no such fields.
            Assert.All(notes, static note => Assert.StartsWith("field_", (string?)note!["column"], StringComparison.Ordinal));
            Assert.Equal("True", (string?)(await api.GetAsync("/verdicts")).Items[0]!["rating"]!["name"]);
            return "";
        });
    }

    /// <summary>"Verdict" is our heading of a number that says nothing elsewhere, and in most sheets that of the rating.</summary>
    [Fact]
    public async Task A_sheet_of_others_with_a_heading_of_ours_is_no_list_of_ours()
    {
        var import = await host.Api.ImportAsync("Claim,Verdict,Published\nThe net was torn.,False,2025-06-02\n", "format=csv", Csv);

        Assert.Equal(((1, 0, 0), 2), (RowImportTests.Counts(import), (int)import["counts"]!["noted"]!));
    }

    [Fact]
    public void Headings_without_end_get_100_notes()
    {
        var headings = new Headings(new(StringComparer.OrdinalIgnoreCase), []);

        headings.ColumnsOf([.. Enumerable.Repeat("excerpt", 150)]);

        Assert.Equal(100, headings.TakeUnknown().Count);
    }

    [Fact]
    public async Task A_column_of_evidence_without_an_address_is_told_of()
    {
        var import = await host.Api.ImportAsync("claim,Book,excerpt\nThe rope tore.,A book,Page 3\n", "format=csv", Csv);

        Assert.Equal((1, 0, 0), RowImportTests.Counts(import));
        var notes = (await host.Api.GetAsync($"/imports/{import["id"]}/rows")).Items;
        Assert.Equal(
            "Book: This column is not known, and was left out: `mapping` can say what it is.\n"
            + "excerpt: Evidence needs `source_url`: without it this column is left out.",
            string.Join('\n', notes.Select(static note => $"{note!["column"]}: {note["problem"]}")));
    }

    [Fact]
    public async Task Headings_that_nobody_can_use_are_told_of_in_words_that_help()
    {
        var import = await host.Api.ImportAsync(
            $"Text,claim,tags,Tags,,bad\0,{new string('x', 1_000)}\nThe pump leaks.,No claim.,,leaks,,,\n",
            "format=csv&mapping=claim:Text",
            Csv);

        Assert.Equal((1, 0, 0), RowImportTests.Counts(import));
        var reports = (await host.Api.GetAsync($"/imports/{import["id"]}/rows")).Items;
        Assert.Equal(
            [
                ("claim", "`mapping` has another heading for claim: this column was left out."),
                ("Tags", "An earlier column is tags too: this one counts only where that one is empty."),
                ("", "A column without a heading was left out."),
                ("bad\ufffd", "This column is not known, and was left out: `mapping` can say what it is."),
                (new string('x', 100) + "…", "This column is not known, and was left out: `mapping` can say what it is."),
            ],
            reports.Select(static row => ((string?)row!["column"], (string?)row["problem"])));
        Assert.Equal("""["leaks"]""", (await host.Api.GetAsync("/claims?q=pump leaks")).Json["items"]![0]!["tags"]!.ToJsonString());

        var none = await host.Api.ImportAsync("My list of 2025;;\nclaim;rating\n", "format=csv", Csv);
        Assert.EndsWith("The first line has: My list of 2025", (string?)none["problem"]!["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_breaks_after_rows_were_kept_has_failed_and_is_not_called_refused()
    {
        var rows = string.Concat(Enumerable.Range(1, 2_200).Select(static n => $"Breach {n} was mended by the harbour office.\n"));
        byte[] file = [.. Encoding.UTF8.GetBytes("claim\n" + rows), .. Encoding.Latin1.GetBytes("Größe\n")];

        var kept = await ImportedAsync(file, "format=csv");
        var again = await ImportedAsync(file, "format=csv");
        var tried = await ImportedAsync(file, "format=csv&dryRun=true");

        Assert.Equal("failed", (string?)kept["state"]);
        Assert.EndsWith("save it as CSV in UTF-8. Rows before it were kept.", (string?)kept["problem"]!["text"], StringComparison.Ordinal);
        Assert.InRange((int)kept["counts"]!["made"]!, 1_000, 2_200);
        Assert.Equal(("refused", 0), ((string?)again["state"], (int)again["counts"]!["made"]!));
        Assert.Equal("refused", (string?)tried["state"]);
    }

    [Fact]
    public async Task A_verdict_of_the_future_is_refused()
    {
        var soon = InstantConverter.Format(host.Time.GetUtcNow().AddHours(20));

        var import = await host.Api.ImportAsync(
            $"claim,rating,published_at\nThe crane will fall.,True,2205-01-01\nThe crane fell.,True,{soon}\n", "format=csv", Csv);

        Assert.Equal((1, 0, 1), RowImportTests.Counts(import));
        var report = Assert.Single((await host.Api.GetAsync($"/imports/{import["id"]}/rows")).Items)!;
        Assert.Equal(("published_at", "must not lie in the future"), ((string?)report["column"], (string?)report["problem"]));
    }

    private async Task<JsonNode> ImportedAsync(byte[] file, string query) =>
        await host.Api.EndOfImportAsync((await host.Api.SendBytesAsync(HttpMethod.Post, "/imports?" + query, file, Csv)).Id);
}
