using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Words;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Settings;

public sealed class CheckWorthinessSettingsTests : IAsyncLifetime
{
    private const string Path = "/settings/check-worthiness";
    private const string Claim = "The council of Alden paid 12 million dollars for cranes.";

    private readonly ApiHost _host = new();

    private ApiDriver Api => _host.Api;

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_desk_starts_with_the_weights_of_the_program()
    {
        var json = (await Api.GetAsync(Path)).Json;

        Assert.Equal((0, -1.3), ((int)json["version"]!, (double)json["prior"]!));
        Assert.Null(json["setBy"]);
        Wire.Same(new { component = "numbers", weight = 1.5, @default = 1.5 }, json["weights"]![0]);
    }

    [Fact]
    public async Task New_sentences_are_scored_with_what_was_set_and_others_keep_their_score()
    {
        var (_, before) = await Api.GivenArticleAsync(Claim);
        var score = await ScoreAsync(before[0]);

        var set = await PutAsync(new { prior = -5, weights = new[] { new { component = "numbers", weight = 0.5 } } });

        Assert.Equal(HttpStatusCode.OK, set.Status);
        Assert.Equal(1, (int)set.Json["version"]!);
        Assert.NotNull(set.Json["setAt"]);
        Assert.Equal(score, await ScoreAsync(before[0]));
        var (article, after) = await Api.GivenArticleAsync(Claim.Replace("Alden", "Leeds", StringComparison.Ordinal));
        Assert.True(await ScoreAsync(after[0]) < score - 0.3);
        var text = (await Api.PostAsync("/text/sentences", new { text = Claim, language = "en" })).Json["sentences"]![0]!;
        Assert.True((double)text["checkWorthiness"]!["score"]! < score - 0.3);
        Assert.Equal(
            "settings/1", (string?)(await Api.GetAsync("/history?subject=settings/1")).Items.Single()!["subject"]);
        Assert.NotEqual(0, article);
    }

    [Fact]
    public async Task What_is_left_out_weighs_what_it_weighs_in_the_program()
    {
        await PutAsync(new { prior = 0, weights = new[] { new { component = "names", weight = 1 } } });
        var again = await PutAsync(new { weights = Array.Empty<object>() });

        Assert.Equal((2, -1.3), ((int)again.Json["version"]!, (double)again.Json["prior"]!));
        Assert.All(again.Json["weights"]!.AsArray(), static w => Assert.Equal((double)w!["default"]!, (double)w["weight"]!));
    }

    [Theory]
    [InlineData("""{"weights":[{"component":"mood","weight":1}]}""", "weights[0].component")]
    [InlineData("""{"weights":[{"component":"numbers","weight":5.1}]}""", "weights[0].weight")]
    [InlineData("""{"weights":[{"component":"numbers"}]}""", "weights[0].weight")]
    [InlineData("""{"weights":[{"component":"names","weight":1},{"component":"names","weight":2}]}""", "weights")]
    [InlineData("""{"prior":-6,"weights":[]}""", "prior")]
    [InlineData("{}", "weights")]
    public async Task Weights_that_cannot_be_are_refused(string body, string member)
    {
        var answer = await PutTextAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(member));
    }

    [Fact]
    public async Task No_more_weights_than_there_may_be()
    {
        var many = string.Join(',', Enumerable.Repeat("""{"component":"numbers","weight":1}""", Limits.Weights + 1));
        var answer = await PutTextAsync($$"""{"weights":[{{many}}]}""");
        Assert.Contains($"{Limits.Weights}", answer.Error("weights"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_are_proposed_from_what_the_desk_has_decided_and_not_set()
    {
        Assert.Empty((await Api.PostAsync(Path + "/fit", null)).Json["weights"]!.AsArray());
        var text = string.Join(
            ' ', Enumerable.Range(1, 25).Select(static i => $"Crane {i} of the town fell. I think that crane number {i} is good."));
        var (_, sentences) = await Api.GivenArticleAsync(text);
        for (var i = 0; i < sentences.Count; i++)
        {
            await (i % 2 == 0
                ? Api.PatchAsync($"/sentences/{sentences[i]}", new { state = "not_checkable" })
                : Api.PostAsync($"/sentences/{sentences[i]}/claims", new { text = $"Crane {i} is good." }));
        }

        var fit = (await Api.PostAsync(Path + "/fit", null)).Json;

        Assert.True((double)fit["agreement"]! < 0.5 && (double)fit["agreementProposed"]! > 0.9, fit.ToJsonString());
        Assert.Equal(0, (int)(await Api.GetAsync(Path)).Json["version"]!);
        var statistics = (await Api.GetAsync("/statistics/triage")).Json;
        var bands = statistics["bands"]!.AsArray();
        Assert.Equal(10, bands.Count);
        Assert.Equal((int)statistics["sentences"]!, bands.Sum(static b => Count(b!, "open", "claimed", "notCheckable", "skipped")));
        Assert.Equal(25, bands.Sum(static b => Count(b!, "notCheckable")));
        Assert.Equal((double)fit["agreement"]!, (double)statistics["agreement"]!);
    }

    private static int Count(JsonNode band, params string[] members) => members.Sum(member => (int)band[member]!);

    private async Task<double> ScoreAsync(long sentence) =>
        (double)(await Api.GetAsync($"/sentences/{sentence}")).Json["checkWorthiness"]!["score"]!;

    private Task<Answer> PutAsync(object body) => Api.PutAsync(Path, body);

    private Task<Answer> PutTextAsync(string body) => Api.SendAsync(Refusals.Request(HttpMethod.Put, "/api/v1" + Path, body));
}
