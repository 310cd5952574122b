using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Features.Exports;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Exports;

/// <summary>What an export can be asked for besides the filters of its list.</summary>
public sealed class ExportFormTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const char Bom = '\uFEFF';

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_file_that_a_browser_opens_begins_with_a_byte_order_mark_and_that_of_a_program_does_not()
    {
        Assert.NotEqual(Bom, (await AskAsync("/exports/claims.csv", accept: "*/*"))[0]);
        Assert.Equal(Bom, (await AskAsync("/exports/claims.csv", "text/html,application/xhtml+xml,*/*;q=0.8"))[0]);
        Assert.NotEqual(Bom, (await AskAsync("/exports/claims.csv?bom=false", "text/html"))[0]);
        Assert.Equal(Bom, (await AskAsync("/exports/claims.csv?bom=true", "*/*"))[0]);
    }

    [Fact]
    public async Task A_spreadsheet_takes_instants_for_dates_and_no_rating_for_a_truth_value()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "Rated.", tags = new[] { "rated" } });
        await _api.GivenPublishedAsync(claim, "True");
        const string Query = "?tag=rated&columns=rating,published_at,house";

        var sheet = (await _api.GetAsync("/exports/verdicts.csv" + Query)).Text;
        var raw = (await _api.GetAsync($"/exports/verdicts.csv{Query}&formulas=raw")).Text;

        Assert.Equal("rating,published_at,house\r\n'True,2026-03-03T12:00:00,true\r\n", sheet);
        Assert.Equal("rating,published_at,house\r\nTrue,2026-03-03T12:00:00Z,true\r\n", raw);
    }

    [Fact]
    public async Task Columns_come_in_the_order_in_which_they_are_asked_for_with_headings_in_a_language()
    {
        await _api.GivenAsync("/claims", new { text = "Chosen.", headline = "What?", tags = new[] { "chosen" } });

        var csv = (await _api.GetAsync("/exports/claims.csv?tag=chosen&columns=headline,claim&labels=de")).Text;
        var json = (await _api.GetAsync("/exports/claims.jsonl?tag=chosen&columns=headline,claim")).Text;

        Assert.Equal("Überschrift,Behauptung\r\nWhat?,Chosen.\r\n", csv);
        Assert.Equal("""{"headline":"What?","claim":"Chosen."}""" + "\n", json);
    }

    [Theory]
    [InlineData("verdicts.csv?columns=claim,rated", "columns", "rated")]
    [InlineData("verdicts.csv?columns=claim,claim", "columns", "claim is there twice")]
    [InlineData("verdicts.xlsx?bom=true", "bom", "csv only")]
    [InlineData("verdicts.xlsx?formulas=raw", "formulas", "csv only")]
    [InlineData("verdicts.jsonl?labels=en", "labels", "csv and xlsx only")]
    [InlineData("verdicts.csv?labels=xx", "labels", "en, de, es, fr")]
    [InlineData("claims.csv?changedSince=monday", "changedSince", "instant")]
    public async Task What_a_format_does_not_have_is_refused(string path, string field, string message)
    {
        var answer = await _api.GetAsync("/exports/" + path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(message, answer.Error(field), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv?formulas=no", "formulas")]
    [InlineData("csv?limit=1", "limit")]
    [InlineData("jsonl?formulas=raw", "formulas")]
    [InlineData("jsonl?state=done", "state")]
    public async Task A_wrong_filter_of_a_file_is_refused(string query, string field)
    {
        var answer = await _api.GetAsync("/exports/verdicts." + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Fact]
    public async Task What_was_corrected_or_retracted_since_is_in_the_file_that_brings_an_earlier_one_up_to_date()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "Since.", tags = new[] { "since" } });
        var first = await _api.GivenPublishedAsync(claim, "False");
        var other = await _api.GivenPublishedAsync(
            await _api.GivenAsync("/claims", new { text = "Unchanged.", tags = new[] { "since" } }), "False");
        host.Time.Advance(TimeSpan.FromHours(1));
        var since = host.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        var second = await _api.GivenCorrectionAsync(
            first, new { kind = "correction", reason = "Wrong.", publicText = "Corrected.", rating = 2, justification = "J" });
        await _api.MoveAsync(second, "retract", new { reason = "Wrong too." });

        var lines = (await _api.GetAsync($"/exports/verdicts.csv?tag=since&columns=verdict_id,state&changedSince={since}")).Text;
        var all = (await _api.GetAsync("/exports/verdicts.csv?tag=since&columns=verdict_id,state")).Text;

        Assert.Equal($"verdict_id,state\r\n{first},superseded\r\n{second},retracted\r\n", lines);
        Assert.Equal($"verdict_id,state\r\n{other},published\r\n", all);
    }

    [Theory]
    [InlineData("text/csv", "claim_id\r\n")]
    [InlineData("application/x-ndjson, application/json;q=0.5", "")]
    [InlineData("application/json, text/csv;q=0.9", null)]
    [InlineData("*/*", null)]
    [InlineData("text/html, */*;q=0.8", null)]
    public async Task A_list_comes_in_the_form_that_a_client_accepts(string accept, string? text)
    {
        var query = "?tag=accepted" + (text is null ? "" : "&columns=claim_id");

        var answer = await AskAsync("/claims" + query, accept);

        Assert.Equal(text ?? """{"items":[],"next":null}""", answer);
    }

    [Fact]
    public void Every_column_has_a_heading_in_each_language()
    {
        ExportList[] lists =
        [
            VerdictColumns.List, VerdictColumns.Evidence, ClaimColumns.List, EvidenceColumns.List, SourceColumns.List, ArticleColumns.List,
        ];
        var columns = lists.SelectMany(static list => list.Columns).Select(static column => column.Name).Distinct(StringComparer.Ordinal);

        Assert.Equal(columns.Order(StringComparer.Ordinal), ColumnLabels.Names.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var language in Enum.GetValues<HeadingLanguage>())
        {
            foreach (var list in lists)
            {
                var labels = ColumnLabels.Of(list.Columns.Select(static column => column.Name), language).ToList();
                Assert.DoesNotContain("", labels, StringComparer.Ordinal);
                Assert.Equal(labels.Count, labels.Distinct(StringComparer.Ordinal).Count());
            }
        }
    }

    private async Task<string> AskAsync(string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.Authorization = _api.Http.DefaultRequestHeaders.Authorization;
        using var answer = await _api.Http.SendAsync(request);
        return System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }
}
