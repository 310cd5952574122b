using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

/// <summary>A claim comes with its sentences, its evidence and a draft of its verdict in one call: all of it or nothing.</summary>
public sealed class ClaimWithPartsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task All_of_it_is_stored_and_the_verdict_waits_for_review()
    {
        var sentences = await GivenArticleAsync("The dam holds 30 million tons. It leaked twice.");

        var claim = await _api.PostAsync("/claims", new
        {
            text = "The dam holds 30 million tons.",
            sentences = new[] { new { sentenceId = sentences[0], role = "repeats", span = "30 million" } },
            evidence = new[] { Evidence("https://dam.example/a"), Evidence("https://dam.example/b") },
            verdict = new { rating = "True", justification = "Both registers say so.", submit = true },
        });

        Assert.Equal(HttpStatusCode.Created, claim.Status);
        Assert.Equal((2, "in_review"), ((int)claim.Json["evidenceCount"]!, (string)claim.Json["status"]!));
        var link = claim.Json["sentences"]![0]!;
        Assert.Equal(("repeats", 14, 24), ((string)link["role"]!, (int)link["spanStart"]!, (int)link["spanEnd"]!));
        var verdict = (await _api.GetAsync($"/claims/{claim.Id}/verdicts")).Items[0]!;
        Assert.Equal(("in_review", 2), ((string)verdict["state"]!, verdict["evidence"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_claim_of_a_sentence_has_the_language_date_and_author_of_its_article_unless_others_are_given()
    {
        var sentences = await GivenArticleAsync("The mill ground 40 tons.");

        var inherited = (await _api.PostAsync($"/sentences/{sentences[0]}/claims", new { text = "The mill ground 40 tons." })).Json;
        var given = (await _api.PostAsync("/claims", new
        {
            text = "It ground 40 tons.",
            sentenceIds = sentences,
            language = "de",
            claimDate = "2024-01-02",
            claimants = new[] { new { name = "Somebody" } },
        })).Json;
        var denied = (await _api.PostAsync($"/sentences/{sentences[0]}/claims", new { text = "It ground 4.", role = "denies" })).Json;

        Assert.Equal(("en", "2025-05-06", "Ada Writer"), Origin(inherited));
        Assert.Equal(("de", "2024-01-02", "Somebody"), Origin(given));
        Assert.Equal(("en", "2025-05-06", null), Origin(denied));
    }

    [Theory]
    [InlineData("""{"sentences":[{"sentenceId":999999}]}""", "sentences")]
    [InlineData("""{"sentences":[{}]}""", "sentences[0].sentenceId")]
    [InlineData("""{"sentences":[{"sentenceId":1,"span":"nowhere"}]}""", "sentences[0].span")]
    [InlineData("""{"sentences":[{"sentenceId":1,"span":"rain"}]}""", "sentences[0].span")]
    [InlineData("""{"sentences":[{"sentenceId":1,"span":"rain","spanStart":1}]}""", "sentences[0].span")]
    [InlineData("""{"sentences":[{"sentenceId":1},{"sentenceId":1}]}""", "sentences")]
    [InlineData("""{"sentences":[null]}""", "sentences[0]")]
    [InlineData("""{"evidence":[{"source":{"id":999999},"excerpt":"E","stance":"context"}]}""", "evidence[0].source.id")]
    [InlineData("""{"evidence":[{"source":{"title":"T"},"stance":"context"}]}""", "evidence[0].excerpt")]
    [InlineData("""{"verdict":{"rating":"Perhaps","justification":"J"}}""", "verdict.rating")]
    [InlineData("""{"verdict":{"rating":"True"}}""", "verdict.justification")]
    public async Task A_part_that_is_wrong_is_named_by_its_path_and_nothing_is_stored(string parts, string path)
    {
        await _api.PostAsync("/articles", new { text = "The rain, the rain in Spain." }); // Sentence 1 of a test that runs first.
        var body = JsonNode.Parse(parts)!.AsObject();
        body["text"] = "It is wrong somewhere.";
        var alone = body.ToJsonString();

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.SendTextAsync(HttpMethod.Post, "/claims", alone);
            Assert.Equal((HttpStatusCode.BadRequest, true), (answer.Status, answer.Error(path) is not null));
        });

        Assert.Empty(recorded);
    }

    [Fact]
    public async Task A_line_of_many_names_what_it_made_and_a_bad_one_leaves_nothing_behind()
    {
        var good = JsonSerializer.Serialize(new
        {
            text = "The mast is 90 metres high.",
            evidence = new[] { Evidence("https://mast.example/a") },
            verdict = new { rating = "True", justification = "As the survey says.", submit = true },
        });
        var bare = JsonSerializer.Serialize(new
        {
            text = "The mast is 9 metres high.",
            verdict = new { rating = "False", justification = "As nobody says.", submit = true },
        });

        var answer = await _api.SendTextAsync(HttpMethod.Post, "/claims/bulk", $"{good}\n{bare}\n{good}\n", "application/x-ndjson");

        var results = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!).ToList();
        Assert.Equal([201, 409, 201], results.Select(static r => (int)r["status"]!));
        Assert.Single(results[0]["evidenceIds"]!.AsArray());
        Assert.Equal("in_review", (string)(await _api.GetAsync($"/verdicts/{results[0]["verdictId"]}")).Json["state"]!);
        Assert.Empty((await _api.GetAsync("/claims?q=9%20metres")).Items);
    }

    private static object Evidence(string url) => new { source = new { url }, excerpt = "As the register says.", stance = "supports" };

    private static (string? Language, string? Date, string? Claimant) Origin(JsonNode claim) =>
        ((string?)claim["language"], (string?)claim["claimDate"], (string?)claim["claimants"]!.AsArray().FirstOrDefault()?["name"]);

    private async Task<long[]> GivenArticleAsync(string text)
    {
        var article = await _api.PostAsync(
            "/articles", new { text, byline = "By Ada Writer", publishedOn = "2025-05-06", language = "en" });
        return [.. article.Json["sentences"]!.AsArray().Select(static s => (long)s!["id"]!)];
    }
}
