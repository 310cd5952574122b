using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>Many sentences of an article are triaged in one call.</summary>
public sealed class TriageSentencesTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task One_that_is_refused_harms_no_other_and_says_why()
    {
        var (article, sentences) = await _api.GivenArticleAsync("It rained on day 1. It rained on day 2. It rained on day 3.");
        var (_, strangers) = await _api.GivenArticleAsync("It was dry on day 4.");
        await _api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = "It rained on day 2." });

        var answer = await TriageAsync(
            article,
            "",
            new { id = sentences[0], state = "not_checkable" },
            new { id = sentences[1], state = "not_checkable" },
            new { id = sentences[2], state = "skipped" },
            new { id = strangers[0], state = "open" });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var results = answer.Json["results"]!.AsArray();
        Assert.Equal([200, 409, 400, 404], results.Select(static r => (int)r!["status"]!));
        Assert.Contains("has claim", (string)results[1]!["problem"]!["detail"]!, StringComparison.Ordinal);
        Assert.NotNull(results[2]!["problem"]!["errors"]!["reason"]);
        Assert.Equal("not_checkable claimed open", await StatesAsync(article));
    }

    [Fact]
    public async Task All_or_none_are_triaged_if_that_is_asked_for()
    {
        var (article, sentences) = await _api.GivenArticleAsync("It snowed on day 1. It snowed on day 2.");
        object[] items = [new { id = sentences[0], state = "not_checkable" }, new { id = sentences[1], state = "skipped" }];

        var recorded = await host.RecordedByAsync(async () =>
        {
            var refused = await TriageAsync(article, "?atomic=true", items);
            Assert.Equal([424, 400], refused.Json["results"]!.AsArray().Select(static r => (int)r!["status"]!));
        });

        Assert.Empty(recorded);
        Assert.Equal("open open", await StatesAsync(article));
        await TriageAsync(article, "?atomic=true", items[0], new { id = sentences[1], state = "skipped", reason = "Of no weight." });
        Assert.Equal("not_checkable skipped", await StatesAsync(article));
    }

    [Fact]
    public async Task Too_many_none_or_one_twice_are_refused_by_field()
    {
        var (article, sentences) = await _api.GivenArticleAsync("It hailed on day 1.");
        var one = new { id = sentences[0], state = "open" };

        Assert.Contains("at least one", (await TriageAsync(article, "")).Error("items")!, StringComparison.Ordinal);
        Assert.Contains("once", (await TriageAsync(article, "", one, one)).Error("items")!, StringComparison.Ordinal);
        Assert.NotNull((await TriageAsync(article, "", new { state = "open" })).Error("items[0].id"));
        object[] tooMany = [.. Enumerable.Range(1, Limits.ItemsAtOnce + 1).Select(static id => (object)new { id, state = "open" })];
        Assert.Contains("500", (await TriageAsync(article, "", tooMany)).Error("items")!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await TriageAsync(999_999, "", one)).Status);
    }

    private Task<Answer> TriageAsync(long article, string query, params object[] items) => _api.SendTextAsync(
        HttpMethod.Patch, $"/articles/{article}/sentences{query}", System.Text.Json.JsonSerializer.Serialize(new { items }));

    private async Task<string> StatesAsync(long article) =>
        string.Join(' ', (await _api.GetAsync($"/articles/{article}/sentences")).Items.Select(static s => (string)s!["state"]!));
}
