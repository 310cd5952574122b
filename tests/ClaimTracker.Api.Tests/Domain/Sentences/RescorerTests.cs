using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Domain.Sentences;

/// <summary>
/// The service scores the sentences that are there by weights that were set later. Its clock stands, so it does so when told.
/// </summary>
public sealed class RescorerTests : IAsyncLifetime
{
    private const string Path = "/settings/check-worthiness";
    private const string Text = "The council of Alden paid 12 million dollars for cranes. It was a fine day in Alden.";

    private readonly ApiHost _host = new();

    private ApiDriver Api => _host.Api;

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Sentences_are_scored_by_the_weights_that_were_set_and_lists_go_by_them()
    {
        var (article, sentences) = await Api.GivenArticleAsync(Text);
        var before = await WorthAsync(sentences[0]);
        Assert.Equal(0, (int)before["weightsVersion"]!);
        Wire.Same(new { version = 0, done = 0, of = 0 }, (await Api.GetAsync(Path + "/rescoring")).Json);
        Assert.Equal([sentences[0]], (await Api.GetAsync($"/articles/{article}/sentences?minScore=0.5")).Ids());

        await SetAsync(numbers: -5);
        Wire.Same(new { version = 1, done = 0, of = (int?)null }, (await Api.GetAsync(Path + "/rescoring")).Json);
        Assert.Equal(before.ToJsonString(), (await WorthAsync(sentences[0])).ToJsonString());
        await RunAsync();

        var after = await WorthAsync(sentences[0]);
        Assert.Equal(1, (int)after["weightsVersion"]!);
        Assert.True((double)after["score"]! < 0.5);
        Assert.Equal(-5, (double)after["components"]!.AsArray().Single(static c => (string)c!["name"]! == "numbers")!["value"]!);
        Assert.Empty((await Api.GetAsync($"/articles/{article}/sentences?minScore=0.5")).Items);
        Assert.Equal(after.ToJsonString(), (await ArticleWorthAsync(article)).ToJsonString());
        Wire.Same(new { version = 1, done = 2, of = 2 }, (await Api.GetAsync(Path + "/rescoring")).Json);
        var low = (await Api.GetAsync("/statistics/triage")).Json["bands"]!.AsArray().Take(5).Sum(static band => (int)band!["open"]!);
        Assert.Equal(2, low);
    }

    [Fact]
    public async Task A_sentence_that_comes_in_names_the_weights_that_hold_and_is_not_scored_twice()
    {
        await SetAsync(numbers: -5);
        var (_, sentences) = await Api.GivenArticleAsync(Text);
        var came = await WorthAsync(sentences[0]);

        await RunAsync();

        Assert.Equal(1, (int)came["weightsVersion"]!);
        Assert.Equal(came.ToJsonString(), (await WorthAsync(sentences[0])).ToJsonString());
        await SetAsync(numbers: 1.5);
        await RunAsync();
        Assert.Equal(2, (int)(await WorthAsync(sentences[0]))["weightsVersion"]!);
        Assert.True((double)(await WorthAsync(sentences[0]))["score"]! > (double)came["score"]!);
    }

    [Fact]
    public async Task It_goes_step_by_step_and_on_with_what_comes_in_meanwhile()
    {
        var lines = Enumerable.Range(1, 250).Select(static i => string.Create(CultureInfo.InvariantCulture, $"Crane {i} fell in 1999."));
        var (_, sentences) = await Api.GivenArticleAsync(string.Join(' ', lines));
        await SetAsync(numbers: -5);
        var rescorer = _host.Services.GetRequiredService<Rescorer>();

        Assert.True(await rescorer.StepAsync(CancellationToken.None));
        Assert.True(await rescorer.StepAsync(CancellationToken.None));

        Wire.Same(new { version = 1, done = 200, of = 250 }, (await Api.GetAsync(Path + "/rescoring")).Json);
        Assert.Equal(1, (int)(await WorthAsync(sentences[199]))["weightsVersion"]!);
        Assert.Equal(0, (int)(await WorthAsync(sentences[200]))["weightsVersion"]!);
        await Api.GivenArticleAsync(Text);
        await RunAsync();
        Assert.Equal(1, (int)(await WorthAsync(sentences[249]))["weightsVersion"]!);
        Wire.Same(new { version = 1, done = 250, of = 250 }, (await Api.GetAsync(Path + "/rescoring")).Json);
    }

    [Fact]
    public async Task Words_that_were_erased_are_in_no_reason()
    {
        var (article, sentences) = await Api.GivenArticleAsync(Text);
        await SetAsync(numbers: -5);
        await RunAsync();
        Assert.Contains("12", (await WorthAsync(sentences[0])).ToJsonString(), StringComparison.Ordinal);

        await Api.EraseAsync($"/articles/{article}");
        Assert.Empty((await WorthAsync(sentences[0]))["components"]!.AsArray());
        await SetAsync(numbers: 5);
        await RunAsync();

        Assert.Equal(1, (int)(await WorthAsync(sentences[0]))["weightsVersion"]!);
        Assert.Empty((await WorthAsync(sentences[0]))["components"]!.AsArray());
    }

    [Fact]
    public async Task A_new_version_and_a_deleted_article_are_scored_and_forgotten()
    {
        var (article, _) = await Api.GivenArticleAsync(Text);
        var (gone, _) = await Api.GivenArticleAsync("Nobody in Leeds paid 9 million dollars.");
        await SetAsync(numbers: -5);
        await RunAsync();

        var revised = await Api.PutAsync($"/articles/{article}/text", new { text = Text.Replace("12", "13", StringComparison.Ordinal) });
        await Api.DeleteAsync($"/articles/{gone}");
        await SetAsync(numbers: 2);
        await RunAsync();

        Assert.Equal(2, (int)revised.Json["version"]!);
        Assert.Equal(2, (int)(await ArticleWorthAsync(article))["weightsVersion"]!);
    }

    private async Task RunAsync()
    {
        var rescorer = _host.Services.GetRequiredService<Rescorer>();
        while (await rescorer.StepAsync(CancellationToken.None))
        {
        }
    }

    private Task<Answer> SetAsync(double numbers) =>
        Api.PutAsync(Path, new { weights = new[] { new { component = "numbers", weight = numbers } } });

    private async Task<JsonNode> WorthAsync(long sentence) => (await Api.GetAsync($"/sentences/{sentence}")).Json["checkWorthiness"]!;

    private async Task<JsonNode> ArticleWorthAsync(long article) =>
        (await Api.GetAsync($"/articles/{article}")).Json["sentences"]![0]!["checkWorthiness"]!;
}
