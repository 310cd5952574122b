using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class ListAnchorsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Kept = "The quay is 900 metres long.";
    private const string Edited = "The crane was paid for by the province in 1931.";
    private const string Gone = "A second crane stood at the old mill until the flood.";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task After_an_edit_each_claim_says_where_its_words_are_and_never_guesses()
    {
        var (article, sentences) = await _api.GivenArticleAsync($"{Kept} {Edited} {Gone}");
        foreach (var sentence in sentences)
        {
            Assert.Equal(
                HttpStatusCode.Created,
                (await _api.PostAsync($"/sentences/{sentence}/claims", new { text = $"Claim of sentence {sentence}." })).Status);
        }

        var tag = (await _api.GetAsync($"/articles/{article}")).ETag;
        var text = $"{Kept} {Edited.Replace("1931", "1932", StringComparison.Ordinal)}";
        Assert.Equal(HttpStatusCode.OK, (await _api.PutAsync($"/articles/{article}/text", new { text }, tag)).Status);

        var anchors = (await _api.GetAsync($"/articles/{article}/anchors")).Items;
        Assert.Equal("exact ambiguous lost", StatesOf(anchors, Kept, Edited, Gone));
        var edited = anchors.Single(a => (string)a!["words"]! == Edited)!;
        Assert.Null((int?)edited["start"]);
        Assert.Equal(Kept.Length + 1, (int)Assert.Single(edited["candidates"]!.AsArray())!["start"]!);
        var ambiguous = (await _api.GetAsync($"/articles/{article}/anchors?state=ambiguous")).Items;
        Assert.Equal(Edited, (string)Assert.Single(ambiguous)!["words"]!);
    }

    private static string StatesOf(IEnumerable<System.Text.Json.Nodes.JsonNode?> anchors, params string[] words) =>
        string.Join(' ', words.Select(text => (string)anchors.Single(a => (string)a!["words"]! == text)!["state"]!));
}
