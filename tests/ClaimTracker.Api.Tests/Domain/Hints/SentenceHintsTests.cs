using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Words;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Hints;

public sealed class SentenceHintsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Text =
        "It snowed in Alden. 😀 On Friday Ann Kahn told Ida Moreno that the council of Alden bought 12 cranes. All 14 cranes are blue.";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_claim_of_a_sentence_comes_with_the_hints_of_the_sentence()
    {
        var (article, sentences) = await GivenAsync("Cranes");
        var all = (await _api.GetAsync($"/articles/{article}/hints")).Items.Where(hint => (long)hint!["sentence"]! == sentences[1]);

        var made = await _api.PostAsync($"/sentences/{sentences[1]}/claims", new { text = "The council of Alden bought 12 cranes." });

        var hints = made.Json["hints"]!.AsArray();
        Assert.Equal("attribution date number", string.Join(' ', hints.Select(static hint => (string)hint!["kind"]!)));
        Assert.Equal(
            new JsonArray([.. all.Select(static hint => hint!.DeepClone())]).ToJsonString(ApiJson.Options),
            hints.ToJsonString(ApiJson.Options));
        var read = await _api.GetAsync($"/claims/{made.Id}");
        Assert.Null(read.Json["hints"]);
        Assert.Equal(read.ETag, made.ETag);
        Assert.Null((await _api.PostAsync("/claims", new { text = "Cranes.", sentenceIds = new[] { sentences[1] } })).Json["hints"]);
    }

    [Fact]
    public async Task A_sentence_may_have_none()
    {
        var (_, sentences) = await GivenAsync("Snow");

        Assert.Empty((await _api.PostAsync($"/sentences/{sentences[0]}/claims", new { text = "It snowed." })).Json["hints"]!.AsArray());
    }

    [Fact]
    public async Task A_repeat_reads_them_where_the_sentence_is_now()
    {
        var (article, sentences) = await GivenAsync("Kahn");
        var first = await RepeatAsync(sentences[1]);
        await _api.PutAsync($"/articles/{article}/text", new { text = $"Kahn. Good morning! {Text}" });

        var again = await RepeatAsync(sentences[1]);

        Assert.Equal((first.Id, "true"), (again.Id, again.Headers.GetValues("Idempotency-Replayed").Single()));
        Assert.Equal("Good morning! ".Length, StartOf(again) - StartOf(first));
    }

    private static int StartOf(Answer made) => (int)made.Json["hints"]![0]!["start"]!;

    private async Task<(long Article, IReadOnlyList<long> Sentences)> GivenAsync(string first)
    {
        var made = await _api.PostAsync("/articles", new { text = $"{first}. {Text}", publishedOn = "2026-03-02", language = "en" });
        return (made.Id, [.. made.Json["sentences"]!.AsArray().Select(static sentence => (long)sentence!["id"]!).Skip(1)]);
    }

    private async Task<Answer> RepeatAsync(long sentence)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/sentences/{sentence}/claims")
        {
            Content = JsonContent.Create(new { text = "The council bought 12 cranes." }),
        };
        request.Headers.Add("Idempotency-Key", "hints");
        return await _api.SendAsync(request);
    }
}
