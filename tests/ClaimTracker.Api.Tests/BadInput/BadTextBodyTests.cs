using System.Net;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;
using static ClaimTracker.Api.Tests.Hosting.Refusals;

namespace ClaimTracker.Api.Tests.BadInput;

/// <summary>Articles as bare text or pages, and lines of claims: bodies that are not one JSON object.</summary>
public sealed class BadTextBodyTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Articles = "/api/v1/articles";
    private const string Bulk = "/api/v1/claims/bulk";

    [Theory]
    [InlineData("text/plain", "text")]
    [InlineData("text/html", "html")]
    [InlineData("text/markdown", "markdown")]
    public async Task A_text_that_no_text_can_hold_is_refused(string type, string field)
    {
        await host.RefusesAsync(Request(HttpMethod.Post, Articles, "a\u0001b", type), HttpStatusCode.BadRequest, field);
        await host.RefusesAsync(
            Request(HttpMethod.Post, Articles, [0x61, 0xED, 0xA0, 0x80], $"{type}; charset=utf-8"), HttpStatusCode.BadRequest);
        await host.RefusesAsync(Request(HttpMethod.Post, Articles, " \n\t ", type), HttpStatusCode.BadRequest, field);
        await host.RefusesAsync(Request(HttpMethod.Post, Articles, "", type), HttpStatusCode.BadRequest, field);
    }

    [Fact]
    public Task A_text_that_is_not_UTF_8_and_names_no_charset_is_refused() =>
        host.RefusesAsync(
            Request(HttpMethod.Post, Articles, Encoding.Latin1.GetBytes("caf\u00e9"), "text/plain"), HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task A_packed_body_is_refused_and_not_unpacked(string type)
    {
        var request = Request(HttpMethod.Post, Articles, [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0], type);
        request.Content!.Headers.ContentEncoding.Add("gzip");
        var answer = await host.RefusesAsync(request, HttpStatusCode.UnsupportedMediaType);
        Assert.Contains("Content-Encoding", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain; charset=utf-7")]
    [InlineData("text/plain; charset=klingon")]
    [InlineData("text/html; charset=klingon")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("text/rtf")]
    [InlineData("application/zip")]
    public Task Another_kind_of_text_is_refused(string type) =>
        host.RefusesAsync(Request(HttpMethod.Post, Articles, "The mayor spoke.", type), HttpStatusCode.UnsupportedMediaType);

    [Theory]
    [InlineData("wrong=1", "wrong")]
    [InlineData("text=x", "text")]
    [InlineData("html=x", "html")]
    [InlineData("Title=x", "Title")]
    [InlineData("title=a%00b", "title")]
    [InlineData("publishedOn=yesterday", "publishedOn")]
    [InlineData("deadline=2026-01-01", "deadline")]
    [InlineData("kind=leaflet", "kind")]
    [InlineData("url=ftp%3A%2F%2Fexample.org", "url")]
    [InlineData("url=https%3A%2F%2Fuser%40example.org", "url")]
    [InlineData("language=english", "language")]
    [InlineData("externalApp=cms", "externalId")]
    [InlineData("externalId=7", "externalApp")]
    public Task A_fact_in_the_query_that_is_wrong_is_refused_by_name(string query, string field) =>
        host.RefusesAsync(
            Request(HttpMethod.Post, $"{Articles}?{query}", "The mayor spoke.", "text/plain"), HttpStatusCode.BadRequest, field);

    [Theory]
    [InlineData("<script>1</script>")]
    [InlineData("<html><body></body></html>")]
    public Task A_page_without_text_is_refused(string page) =>
        host.RefusesAsync(Request(HttpMethod.Post, Articles, page, "text/html"), HttpStatusCode.BadRequest, "html");

    [Fact]
    public Task Lines_of_claims_as_JSON_are_refused() =>
        host.RefusesAsync(Request(HttpMethod.Post, Bulk, """{"text":"One."}"""), HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task A_bad_line_is_a_problem_of_its_own_and_harms_no_other()
    {
        string[] lines =
        [
            """{"text":"One."}""", "null", "[]", "{", """{"text":" "}""", """{"text":"a","text":"b"}""", """{"wrong":1}""",
            """{"text":"a\u0000"}""",
            """{"text":"Two.","sentenceIds":[999]}""", """{"text":1}""", """{"text":"Two."}""",
        ];

        var answer = await host.Api.SendTextAsync(HttpMethod.Post, "/claims/bulk", string.Join('\n', lines), "application/x-ndjson");

        var results = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => System.Text.Json.Nodes.JsonNode.Parse(line)!)
            .ToList();
        Assert.Equal(Enumerable.Range(1, lines.Length), results.Select(static line => (int)line["line"]!));
        Assert.Equal([201, .. Enumerable.Repeat(400, lines.Length - 2), 201], results.Select(static line => (int)line["status"]!));
        Assert.All(results.Skip(1).SkipLast(1), static line => Assert.NotNull(line["problem"]!["detail"]));
        Assert.Equal(2, (await host.Api.GetAsync("/claims")).Items.Count);
    }
}
