using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Exports;

public sealed class ExportVerdictsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Header =
        "verdict_id,claim_id,claim,claimant,claim_date,rating,rating_value,scale,justification,state,valid_as_of,published_at,review_url,"
        + "article_id,article_url,article_title,sentence_id,sentence,evidence_count,source_urls,supersedes,updated_at,"
        + "ended_at,correction_kind,correction_reason,correction_public_text,retraction_reason,outcome,outcome_note,sentence_was,"
        + "needs_recheck,house,disputed,headline,language,tags,author,reviewer,review_due,sentences";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Every_column_of_a_line_is_filled_in_both_files()
    {
        var article = await _api.PostAsync(
            "/articles", new { text = "Every column 1 is filled.", url = "https://every.example/", title = "Every column" });
        var sentence = (long)article.Json["sentences"]![0]!["id"]!;
        var claim = await _api.GivenAsync($"/sentences/{sentence}/claims", new
        {
            text = "Every one is.",
            headline = "Is every column filled?",
            language = "en",
            claimants = new[] { new { name = "Bo" }, new { name = "Al" } },
            claimDate = "2026-01-02",
            tags = new[] { "every", "2nd" },
        });
        await _api.GivenEvidenceAsync(claim, "https://s.example/2");
        await _api.GivenEvidenceAsync(claim, "https://s.example/1");
        var old = await _api.GivenAsync(
            $"/claims/{claim}/verdicts",
            new { rating = 1, justification = "I", validAsOf = "2026-02-02", review = new { url = "https://r.example/" } });
        await _api.PublishAsync(old);
        var verdict = await _api.GivenCorrectionAsync(
            old,
            new
            {
                kind = "update",
                reason = "New figures.",
                publicText = "We updated it.",
                rating = 4,
                justification = "J",
                reviewDue = "2027-01-01",
            });

        await _api.MoveAsync(verdict, "retract", new { reason = "Both were wrong." });

        var row = Assert.Single((await CsvAsync("?tag=every&state=retracted&formulas=raw")).Skip(1));
        var line = JsonNode.Parse(Assert.Single(await JsonLinesAsync("?tag=every&state=retracted")))!.AsObject();

        Assert.Equal(
            $"{verdict}|{claim}|Every one is.|Bo; Al|2026-01-02|Mostly true|4|Truth|J|retracted|2026-02-02|2026-03-03T12:00:00Z|"
            + $"https://r.example/|{article.Id}|https://every.example/|Every column|{sentence}|Every column 1 is filled.|2|"
            + $"https://s.example/2 https://s.example/1|{old}|2026-03-03T12:00:00Z|"
            + "2026-03-03T12:00:00Z|update|New figures.|We updated it.|Both were wrong.||||false|false|false|Is every column filled?|en|"
            + "every; 2nd|admin (configured)|Colleague|2027-01-01|Every column 1 is filled. (Every column, https://every.example/)",
            string.Join('|', row));
        Assert.Equal(Header, string.Join(',', line.Select(m => m.Key)));
        Assert.Equal("""["https://s.example/2","https://s.example/1"]""", line["source_urls"]!.ToJsonString());
        Assert.Equal("""["every","2nd"]""", line["tags"]!.ToJsonString());
        Assert.Equal(
            $$"""[{"sentenceId":{{sentence}},"articleId":{{article.Id}},"articleTitle":"Every column","""
            + "\"articleUrl\":\"https://every.example/\",\"role\":\"asserts\",\"text\":\"Every column 1 is filled.\"}]",
            line["sentences"]!.ToJsonString());
        string[] lists = ["source_urls", "tags", "sentences"];
        Assert.Equal(
            row.Zip(Header.Split(',')).Where(cell => !lists.Contains(cell.Second, StringComparer.Ordinal)).Select(cell => cell.First),
            line.Where(m => !lists.Contains(m.Key, StringComparer.Ordinal)).Select(m => m.Value?.ToString() ?? ""),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_has_its_header()
    {
        var csv = await _api.GetAsync("/exports/verdicts.csv?tag=nothing-has-it");
        var json = await _api.GetAsync("/exports/verdicts.jsonl?tag=nothing-has-it");

        Assert.Equal((HttpStatusCode.OK, Header + "\r\n"), (csv.Status, csv.Text));
        Assert.Equal("text/csv", csv.ContentHeaders.ContentType!.MediaType);
        Assert.Equal("attachment; filename=\"verdicts-2026-03-03.csv\"", csv.ContentHeaders.ContentDisposition!.ToString());
        Assert.Equal((HttpStatusCode.OK, ""), (json.Status, json.Text));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a, comma")]
    [InlineData("\"quoted\" and \"\"twice\"\"")]
    [InlineData("two\r\nlines\nand\rmore")]
    [InlineData("ends in \"")]
    [InlineData("😀 e\u0301 \u202Ertl")]
    [InlineData("  spaces stay  ")]
    public async Task A_text_comes_back_from_both_files(string text)
    {
        await GivenAsync($"text {text.Length}", text);

        var query = $"?state=draft&tag=text%20{text.Length}";

        Assert.Equal(text, (await CsvAsync(query))[^1][8]);
        Assert.Equal(text, (string)JsonNode.Parse((await JsonLinesAsync(query))[^1])!["justification"]!);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("1=1", "1=1")]
    [InlineData("Paid;=1+1", "Paid;'=1+1")]
    [InlineData("Paid; '=1;b", "Paid; '=1;b")]
    [InlineData("Paid;'=1;=2", "Paid;''=1;'=2")]
    [InlineData("Paid\t@A1", "Paid\t'@A1")]
    [InlineData("Paid\r\n+1", "Paid\r\n'+1")]
    [InlineData("Paid;\"=1\"", "Paid;'\"=1\"")]
    [InlineData("Paid; \u200b=1", "Paid;' \u200b=1")]
    [InlineData("Paid; nobody=1", "Paid; nobody=1")]
    [InlineData("\"=1\"", "'\"=1\"")]
    public async Task A_formula_is_escaped_unless_a_machine_asks_for_it_raw(string text, string cell)
    {
        var tag = "formula" + Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text));
        await GivenAsync(tag, text);

        var escaped = await _api.GetAsync($"/exports/verdicts.csv?state=draft&tag={tag}");
        var raw = await _api.GetAsync($"/exports/verdicts.csv?state=draft&tag={tag}&formulas=raw");

        Assert.Equal(("escaped", cell), (escaped.Headers.GetValues("Claimtracker-Formulas").Single(), CsvReader.Read(escaped.Text)[1][8]));
        Assert.Equal(("raw", text), (raw.Headers.GetValues("Claimtracker-Formulas").Single(), CsvReader.Read(raw.Text)[1][8]));
    }

    [Fact]
    public async Task A_confidential_source_is_not_named_no_matter_when_it_was_marked()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "Confidential.", tags = new[] { "confidential" } });
        var secret = await _api.GivenEvidenceAsync(claim, "https://secret.example/");
        await _api.GivenEvidenceAsync(claim, "https://open.example/");
        await _api.GivenDraftAsync(claim, 5);
        var source = (long)(await _api.GetAsync($"/evidence/{secret}")).Json["source"]!["id"]!;
        await _api.PatchAsync($"/sources/{source}", new { confidential = true });

        var row = (await CsvAsync("?state=draft&tag=confidential"))[1];

        Assert.Equal(("2", "https://open.example/"), (row[18], row[19]));
        Assert.DoesNotContain("secret", (await JsonLinesAsync("?state=draft&tag=confidential"))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", new[] { 1 })]
    [InlineData("&state=draft", new[] { 0, 2 })]
    [InlineData("&state=draft&rating=false", new[] { 2 })]
    [InlineData("&rating=unproven", new[] { 1 })]
    [InlineData("&from=2026-03-04", new int[0])]
    [InlineData("&claimant=eve", new[] { 1 })]
    [InlineData("&state=draft,published", new[] { 0, 1, 2 })]
    public async Task A_file_shows_published_verdicts_unless_the_filters_say_otherwise(string filter, int[] wanted)
    {
        var tag = "files" + filter.Replace('&', '.').Replace('=', '.').Replace(',', '.');
        var claim = await _api.GivenAsync(
            "/claims", new { text = "Filed.", tags = new[] { tag }, claimants = new[] { new { name = "Eve" } } });
        long[] ids =
        [
            await _api.GivenDraftAsync(claim, "True"),
            await _api.GivenDraftAsync(claim, "Unproven"),
            await _api.GivenDraftAsync(claim, "False"),
        ];
        await _api.PublishAsync(ids[1]);

        var rows = await CsvAsync($"?tag={tag}{filter}");

        Assert.Equal(wanted.Select(i => ids[i]), rows.Skip(1).Select(r => long.Parse(r[0], null)));
        Assert.Equal(wanted.Length, (await JsonLinesAsync($"?tag={tag}{filter}")).Length);
    }

    [Fact]
    public async Task More_than_a_thousand_verdicts_stream_completely()
    {
        const int Count = 2_001;
        var claim = await _api.GivenAsync("/claims", new { text = "Many.", tags = new[] { "many" } });
        await host.WritePastTheHistoryAsync(
            """
            with recursive n (i) as (select 1 union all select i + 1 from n where i < @Count)
            insert into verdicts (
                claim_id, current_claim_id, number, rating_id, justification, state, author, created_at, updated_at, published_at)
            select @claim, @claim, i, 6, 'Number ' || i, 'published', 'a', @Now, @Now, @Now from n
            """,
            new { claim, Count, Now = host.Time.GetUtcNow() });

        var numbers = Enumerable.Range(1, Count).Select(i => $"Number {i}").ToList();
        Assert.Equal(numbers, (await CsvAsync("?tag=many")).Skip(1).Select(r => r[8]).ToList());
        Assert.Equal(numbers, (await JsonLinesAsync("?tag=many")).Select(l => JsonNode.Parse(l)!["justification"]!.ToString()).ToList());
    }

    [Fact]
    public async Task A_filter_by_article_shows_a_sentence_of_that_article()
    {
        var (_, first) = await _api.GivenArticleAsync("The first to say 1.");
        var (second, sentences) = await _api.GivenArticleAsync("The second to say 2.");
        var claim = await _api.GivenAsync(
            "/claims", new { text = "Said twice.", tags = new[] { "twice" }, sentenceIds = new[] { first[0], sentences[0] } });
        await _api.GivenDraftAsync(claim, "Unproven");

        Assert.Equal("The first to say 1.", (await CsvAsync("?state=draft&tag=twice"))[1][17]);
        Assert.Equal("The second to say 2.", (await CsvAsync($"?state=draft&articleId={second}"))[1][17]);
    }

    [Fact]
    public async Task A_sentence_that_asserts_the_claim_is_preferred_to_one_that_denies_it()
    {
        var (_, sentences) = await _api.GivenArticleAsync("Nobody said so. Somebody said so.");
        var claim = await _api.GivenAsync(
            "/claims", new { text = "It was said.", tags = new[] { "denied" }, sentenceIds = new[] { sentences[1] } });
        await _api.PutAsync($"/sentences/{sentences[0]}/claims/{claim}", new { role = "denies" });
        await _api.GivenDraftAsync(claim, "Unproven");

        Assert.Equal("Somebody said so.", (await CsvAsync("?state=draft&tag=denied"))[1][17]);
    }

    private async Task GivenAsync(string tag, string justification)
    {
        var claim = await _api.GivenAsync("/claims", new { text = "Exported.", tags = new[] { tag } });
        await _api.GivenAsync($"/claims/{claim}/verdicts", new { rating = "Unproven", justification });
    }

    private async Task<List<List<string>>> CsvAsync(string query)
    {
        var rows = CsvReader.Read((await _api.GetAsync("/exports/verdicts.csv" + query)).Text);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.Equal(Header, string.Join(',', rows[0]));
        return rows;
    }

    private async Task<string[]> JsonLinesAsync(string query) =>
        (await _api.GetAsync("/exports/verdicts.jsonl" + query)).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
