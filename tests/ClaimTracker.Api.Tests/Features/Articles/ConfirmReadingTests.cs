using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class ConfirmReadingTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Body =
        "<article><h1>Ferry to Holm costs twice the plan</h1><p>The ferry to Holm will carry 240 passengers a day from June.</p>"
        + "<p>It cost 3.2 million, twice what the board had planned.</p></article>";

    private const string Apart = "<aside class=box><p>The museum of the sea opens again on Sunday.</p></aside>";

    private readonly ApiDriver _api = host.Api;

    private async Task<long> GivenAsync(string html) => (long)(await _api.PostAsync("/articles", new { html })).Json["id"]!;

    private async Task<(bool Ready, int SetApart, string? Reason)> CoverageAsync(long article)
    {
        foreach (var sentence in (await _api.GetAsync($"/articles/{article}/sentences?limit=100")).Ids())
        {
            await _api.PatchAsync($"/sentences/{sentence}", new { state = "not_checkable" });
        }

        var coverage = (await _api.GetAsync($"/articles/{article}/coverage")).Json;
        var reason = coverage["blockers"]!.AsArray() is [var first, ..] ? (string?)first!["reason"] : null;
        return ((bool)coverage["readyToPublish"]!, (int)coverage["setApart"]!, reason);
    }

    [Fact]
    public async Task What_was_set_apart_blocks_publication_until_somebody_looked()
    {
        var article = await GivenAsync(Body + Apart);

        var reading = (await _api.GetAsync($"/articles/{article}")).Json["reading"]!;
        Assert.Equal("article", (string?)reading["method"]);
        var warning = Assert.Single(reading["warnings"]!.AsArray())!;
        Assert.Equal(("aside", "The museum of the sea opens again on Sunday."), ((string?)warning["kind"], (string?)warning["text"]));
        var before = await CoverageAsync(article);
        Assert.Equal((false, 1), (before.Ready, before.SetApart));
        Assert.Contains("reading.warnings", before.Reason, StringComparison.Ordinal);

        var answer = await _api.PostAsync($"/articles/{article}/reading/confirm", null);

        Assert.Equal((HttpStatusCode.OK, 0), (answer.Status, (int)answer.Json["setApart"]!));
        Assert.Equal((true, 0, null), await CoverageAsync(article));
        Assert.Equal("article.reading_confirmed", (await host.KindsAsync($"article/{article}"))[^1]);
    }

    [Fact]
    public async Task A_block_that_is_made_a_paragraph_is_no_longer_set_apart()
    {
        var article = await GivenAsync(Body.Replace("240", "250", StringComparison.Ordinal) + Apart);
        var got = await _api.GetAsync($"/articles/{article}");
        var block = (int)got.Json["reading"]!["warnings"]![0]!["block"]!;

        await _api.PatchAsync($"/articles/{article}/blocks/{block}", new { type = "paragraph" }, got.ETag);

        var after = (await _api.GetAsync($"/articles/{article}")).Json;
        Assert.Empty(after["reading"]!["warnings"]!.AsArray());
        Assert.Equal(0, (int)after["setApart"]!);
        Assert.Contains(after["sentences"]!.AsArray(), static s => (string)s!["text"]! == "The museum of the sea opens again on Sunday.");
    }

    [Fact]
    public async Task A_new_text_asks_again_only_if_it_sets_apart_something_new()
    {
        var article = await GivenAsync(Body.Replace("240", "260", StringComparison.Ordinal) + Apart);
        var confirmed = await _api.PostAsync($"/articles/{article}/reading/confirm", null);

        var same = await _api.PutAsync(
            $"/articles/{article}/text", new { html = Body.Replace("240", "270", StringComparison.Ordinal) + Apart }, confirmed.ETag);
        Assert.Equal(HttpStatusCode.OK, same.Status);
        var between = await _api.GetAsync($"/articles/{article}");
        Assert.Equal(0, (int)between.Json["setApart"]!);

        var other = Apart.Replace("museum", "library", StringComparison.Ordinal);
        await _api.PutAsync($"/articles/{article}/text", new { html = Body + Apart + other }, between.ETag);
        Assert.Equal(2, (int)(await _api.GetAsync($"/articles/{article}")).Json["setApart"]!);
    }
}
