using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class GetArticleTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Offsets_count_code_points()
    {
        const string Text = "👩‍👩‍👧 waved 😀 at 3 boats. The 𝒷oats sank\u0301 in 1911. Nobody swam.";

        var article = await _api.PostAsync("/articles", new { text = Text });

        var runes = Text.EnumerateRunes().ToArray();
        var sentences = article.Json["sentences"]!.AsArray();
        Assert.True(sentences.Count > 1);
        Assert.All(sentences, s =>
            Assert.Equal((string)s!["text"]!, string.Concat(runes[(int)s["start"]!..(int)s["end"]!])));
        Assert.Equal("Nobody swam.", (string)sentences[^1]!["text"]!);
    }

    [Fact]
    public async Task A_character_that_a_page_writes_by_its_number_is_read_back_with_its_claim()
    {
        var article = await _api.SendTextAsync(
            HttpMethod.Post, "/articles", "<p>The ferry &#1;carried 1,200 people a day, the harbour office said.</p>", "text/html");
        var sentence = (long)article.Json["sentences"]![0]!["id"]!;
        await _api.GivenAsync(
            $"/sentences/{sentence}/evidence",
            new { source = new { url = "https://example.org/ferry" }, excerpt = "1,200 a day.", stance = "supports" });

        var read = await _api.GetAsync($"/articles/{article.Id}");
        var claims = read.Json["sentences"]![0]!["claims"]!.AsArray();

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal((string)read.Json["sentences"]![0]!["text"]!, (string)claims[0]!["text"]!);
        Assert.Contains('\u0001', (string)claims[0]!["text"]!);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/claims/{claims[0]!["id"]}")).Status);
    }

    [Fact]
    public async Task Blocks_are_in_order_and_hold_their_sentences()
    {
        var article = await _api.PostAsync(
            "/articles", new { text = "Wells run dry\n\nThe well gave 20 litres. It gives none.\n\nA second well is dug." });

        var blocks = article.Json["blocks"]!.AsArray();
        Assert.Equal(["title", "paragraph", "paragraph"], blocks.Texts("type"));
        Assert.All(article.Json["sentences"]!.AsArray(), s =>
        {
            var block = blocks[(int)s!["block"]!["ordinal"]!]!;
            Assert.Equal((string)block["type"]!, (string)s["block"]!["type"]!);
            Assert.InRange((int)s["start"]!, (int)block["start"]!, (int)block["end"]!);
            Assert.InRange((int)s["end"]!, (int)block["start"]!, (int)block["end"]!);
        });
    }

    [Fact]
    public async Task Version_1_exists_and_version_2_does_not()
    {
        var (article, _) = await _api.GivenArticleAsync("This article has one version.");

        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/articles/{article}?version=1")).Status);
        var second = await _api.GetAsync($"/articles/{article}?version=2");
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        Assert.Equal($"There is no version 2 of article {article}.", (string)second.Json["detail"]!);
    }

    [Fact]
    public async Task A_client_that_has_it_gets_304()
    {
        var (article, _) = await _api.GivenArticleAsync("Nothing changed since.");
        var tag = (await _api.GetAsync($"/articles/{article}")).ETag;

        var answer = await _api.SendAsync(HttpMethod.Get, $"/articles/{article}", "If-None-Match", $"\"other\", {tag}");

        Assert.Equal((HttpStatusCode.NotModified, ""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task An_article_that_does_not_exist_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/articles/999999")).Status);
}
