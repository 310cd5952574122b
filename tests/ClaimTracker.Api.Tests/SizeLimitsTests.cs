using System.Net;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests;

/// <summary>The limits that are answered with 413: of the text of an article, and of bodies.</summary>
public sealed class SizeLimitsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Line =
        "The bridge cost 48 million dollars, the council said on Monday, and it opened in 2024 after a delay of three long years.\n\n";

    [Fact]
    public async Task An_article_may_have_2000000_characters_and_comes_back_to_the_byte()
    {
        var text = string.Concat(Enumerable.Repeat(Line, Limits.ArticleText / Line.Length)).PadRight(Limits.ArticleText, 'x');

        var answer = await host.Api.SendTextAsync(HttpMethod.Post, "/articles", text, "text/plain");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(text, (await host.Api.GetAsync($"/articles/{answer.Id}/text")).Text);
    }

    [Fact]
    public async Task An_emoji_counts_as_one_character()
    {
        var text = string.Concat(Enumerable.Repeat("\ud83d\ude00", Limits.ArticleText));

        Assert.Equal(HttpStatusCode.Created, (await host.Api.SendTextAsync(HttpMethod.Post, "/articles", text, "text/plain")).Status);
        await RefusesAsync(text + "x", "text/plain", "text");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    public async Task One_character_more_is_too_large(string type)
    {
        var text = new string('x', Limits.ArticleText + 1);

        var answer = await RefusesAsync(type == "text/plain" ? text : $$"""{"text":"{{text}}"}""", type, "text");

        Assert.Contains("2,000,000", answer.Error("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_a_longer_text_is_too_large() =>
        await RefusesAsync($"<p>{new string('x', Limits.ArticleText + 1)}</p>", "text/html", field: null);

    [Fact]
    public async Task An_article_may_have_50000_sentences()
    {
        var answer = await RefusesAsync(
            string.Concat(Enumerable.Repeat("He said so.\n\n", Limits.SentencesOfArticle + 1)), "text/plain", field: null);

        Assert.Contains("50,000 sentences", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_16_MB_is_too_large_whether_it_says_so_beforehand_or_not(bool chunked)
    {
        var request = Refusals.Request(HttpMethod.Post, "/api/v1/articles", new string('x', HttpLimits.RequestBodyBytes + 1), "text/plain");
        request.Headers.TransferEncodingChunked = chunked;

        var answer = await host.RefusesAsync(request, HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("16,777,216 bytes", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_16_MB_is_read()
    {
        var text = "It rained.".PadRight(HttpLimits.RequestBodyBytes, ' ');

        var answer = await RefusesAsync(text, "text/plain", "text");

        Assert.Contains("2,000,000", answer.Error("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_line_may_have_64_KB_and_not_one_byte_more()
    {
        var around = "GET /api/v1/claims?q= HTTP/1.1\r\n".Length;
        var longest = new string('x', HttpLimits.RequestLineBytes - around);

        // Of q: it has a limit of its own.
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Api.GetAsync($"/claims?q={longest}")).Status);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await host.Api.GetAsync($"/claims?q={longest}x")).Status);
    }

    [Fact]
    public async Task A_line_of_claims_may_have_1_MB_and_a_longer_one_harms_no_other()
    {
        var longest = """{"text":"x"}""".PadRight(Limits.BulkLineBytes, ' ');

        var answer = await host.Api.SendTextAsync(
            HttpMethod.Post, "/claims/bulk", $"{longest}\n{longest} \n{longest}", "application/x-ndjson");

        Assert.Equal(
            [201, 413, 201],
            answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => (int)System.Text.Json.Nodes.JsonNode.Parse(line)!["status"]!));
    }

    private Task<Answer> RefusesAsync(string body, string type, string? field) => host.RefusesAsync(
        Refusals.Request(HttpMethod.Post, "/api/v1/articles", Encoding.UTF8.GetBytes(body), type), HttpStatusCode.RequestEntityTooLarge,
        field);
}
