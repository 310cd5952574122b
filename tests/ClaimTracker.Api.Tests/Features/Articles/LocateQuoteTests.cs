using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class LocateQuoteTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_quote_is_located_with_its_sentences()
    {
        var (article, sentences) = await _api.GivenArticleAsync("😀 It rained for 3 days. The river rose by 2 metres. Nobody slept.");

        var answer = await _api.PostAsync($"/articles/{article}/locate", new { exact = "3 days. The river" });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Wire.Same(
            new
            {
                version = 1,
                state = "exact",
                matches = new[]
                {
                    new
                    {
                        start = 16,
                        end = 33,
                        text = "3 days. The river",
                        score = 1,
                        kind = "exact",
                        sentences = new[]
                        {
                            new { id = sentences[0], ordinal = 0, start = 0, end = 23 },
                            new { id = sentences[1], ordinal = 1, start = 24, end = 51 },
                        },
                    },
                },
            },
            answer.Json);
    }

    [Theory]
    [InlineData("\"we\nPAY\" twice", "tolerant", "“We pay” twice")]
    [InlineData("said the mayor on Tuesday in 2022", "fuzzy", "said the mayor on Tuesday in 2021")]
    public async Task The_kind_names_the_difference(string exact, string kind, string text)
    {
        var (article, _) = await _api.GivenArticleAsync($"🏗 “We pay” twice, said the mayor on Tuesday in 2021. What it is: {kind}.");

        var match = Assert.Single(Matches(await _api.PostAsync($"/articles/{article}/locate", new { exact })));

        Assert.Equal((kind, text), ((string)match!["kind"]!, (string)match["text"]!));
        Assert.Equal(kind == "tolerant", (double)match["score"]! == 1);
    }

    [Fact]
    public async Task Prefix_and_suffix_put_the_right_one_of_several_first()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The toll rose in May. Then it fell. The toll rose in June.");

        var byPrefix = Matches(await _api.PostAsync($"/articles/{article}/locate", new { exact = "toll rose", prefix = "it fell. The " }));
        var bySuffix = Matches(await _api.PostAsync($"/articles/{article}/locate", new { exact = "toll rose", suffix = " in May" }));

        Assert.Equal([sentences[2], sentences[0]], byPrefix.Select(m => (long)m!["sentences"]![0]!["id"]!));
        Assert.Equal([sentences[0], sentences[2]], bySuffix.Select(m => (long)m!["sentences"]![0]!["id"]!));
    }

    [Fact]
    public async Task The_anchor_of_each_sentence_leads_back_to_it()
    {
        var (article, sentences) = await _api.GivenArticleAsync("Anchors hold here. Yes. Anchors are 3. Yes.");
        foreach (var id in sentences)
        {
            var sentence = (await _api.GetAsync($"/sentences/{id}")).Json;
            var matches = Matches(await _api.PostAsync(
                $"/articles/{article}/locate",
                new { exact = (string)sentence["text"]!, prefix = (string)sentence["prefix"]!, suffix = (string)sentence["suffix"]! }));
            Assert.Equal(id, (long)matches[0]!["sentences"]![0]!["id"]!);
        }
    }

    [Fact]
    public async Task A_quote_that_is_nowhere_has_no_match()
    {
        var (article, _) = await _api.GivenArticleAsync("Nothing of it stands in here.");

        var answer = await _api.PostAsync($"/articles/{article}/locate", new { exact = "Elephants like warm bread." });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(Matches(answer));
    }

    [Fact]
    public async Task An_article_or_a_version_that_does_not_exist_is_named()
    {
        var (article, _) = await _api.GivenArticleAsync("Only one version of this stands.");

        Assert.Equal(HttpStatusCode.OK, (await _api.PostAsync($"/articles/{article}/locate", new { exact = "one", version = 1 })).Status);
        var version = await _api.PostAsync($"/articles/{article}/locate", new { exact = "one", version = 2 });
        Assert.Equal(
            (HttpStatusCode.NotFound, $"There is no version 2 of article {article}."), (version.Status, (string)version.Json["detail"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PostAsync("/articles/999999/locate", new { exact = "one" })).Status);
    }

    [Theory]
    [InlineData("exact", Limits.Excerpt)]
    [InlineData("prefix", Limits.Text)]
    [InlineData("suffix", Limits.Text)]
    public async Task A_text_may_be_as_long_as_its_limit(string member, int most)
    {
        var (article, _) = await _api.GivenArticleAsync($"The quote has a limit of its {member}.");
        var body = new JsonObject { ["exact"] = "quote", [member] = new string('a', most) };

        Assert.Equal(HttpStatusCode.OK, (await _api.PostAsync($"/articles/{article}/locate", body)).Status);
        body[member] = new string('a', most + 1);
        var refused = await _api.PostAsync($"/articles/{article}/locate", body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.Error(member));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \n")]
    public async Task Words_to_find_are_required(string? exact)
    {
        var (article, _) = await _api.GivenArticleAsync($"Words to find are {exact?.Length ?? 0}.");

        var answer = await _api.PostAsync($"/articles/{article}/locate", new { exact });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error("exact"));
    }

    private static JsonArray Matches(Answer answer) => answer.Json["matches"]!.AsArray();
}
