using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>Versions: their list, the differences of two, and blocks whose type was changed by hand.</summary>
public sealed class CompareVersionsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_comparison_shows_the_differences_and_nothing_else()
    {
        var (article, sentences) = await _api.GivenArticleAsync(
            "The bridge cost 48 million dollars. It opened in May.\n\nNobody was hurt when it fell down again.");
        const string Next = "The bridge cost 49 million dollars. It opened in May.\n\nNobody was hurt when it fell down again.";
        await _api.PutAsync($"/articles/{article}/text", new { text = Next + "\n\nA paragraph came to its end." });

        var compared = (await _api.GetAsync($"/articles/{article}/compare")).Json;

        Assert.Equal((1, 2), ((int)compared["from"]!, (int)compared["to"]!));
        Assert.Equal(
            ["edited", "inserted"], compared["sentences"]!.AsArray().Select(static c => (string?)c!["kind"]), StringComparer.Ordinal);
        Assert.Equal(sentences[0], (long)compared["sentences"]![0]!["from"]![0]!["id"]!);
        Assert.Equal("The bridge cost 49 million dollars.", (string?)compared["sentences"]![0]!["to"]![0]!["text"]);
        Assert.Equal(["edited", "inserted"], compared["blocks"]!.AsArray().Select(static c => (string?)c!["kind"]), StringComparer.Ordinal);
        Assert.Empty((await _api.GetAsync($"/articles/{article}/compare?from=2&to=2")).Json["sentences"]!.AsArray());
        Assert.Equal("deleted", (string?)(await _api.GetAsync($"/articles/{article}/compare?from=2&to=1")).Json["sentences"]![1]!["kind"]);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/articles/{article}/compare?from=1&to=3")).Status);
        Assert.NotNull((await _api.GetAsync($"/articles/{article}/compare?from=0")).Error("from"));
    }

    [Fact]
    public async Task Versions_are_listed_in_order()
    {
        var (article, _) = await _api.GivenArticleAsync("Version one of three.");
        await _api.PutAsync($"/articles/{article}/text", new { text = "Version two. It has two sentences." });
        await _api.PutAsync($"/articles/{article}/text", new { text = "Version three of three." });

        var all = (await _api.GetAsync($"/articles/{article}/versions?count=true")).Json;
        Assert.Equal([1, 2, 3], all["items"]!.AsArray().Select(static v => (int)v!["version"]!));
        Assert.Equal([1, 2, 1], all["items"]!.AsArray().Select(static v => (int)v!["sentences"]!));
        Assert.Equal(3, (int)all["total"]!);

        var page = await _api.GetAsync($"/articles/{article}/versions?limit=2");
        Assert.Equal([3], (await _api.GetAsync(
            $"/articles/{article}/versions?limit=2&cursor={page.Json["next"]}")).Items.Select(static v => (int)v!["version"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/articles/999999/versions")).Status);
    }

    [Fact]
    public async Task A_block_that_becomes_prose_gets_sentences_and_one_that_was_prose_loses_them()
    {
        var (article, sentences) = await _api.GivenArticleAsync(
            "The harbour bridge cost 48 million dollars, the council said.\n\nIt opened in May 2024 after a long delay. Nobody was hurt.");

        var gone = await _api.PatchAsync($"/articles/{article}/blocks/1", new { type = "navigation" }, "*");
        Assert.Equal((2, 2, 1), ((int)gone.Json["version"]!, (int)gone.Json["deleted"]!, (int)gone.Json["kept"]!));
        Assert.Equal(
            [sentences[0]], (await _api.GetAsync($"/articles/{article}")).Json["sentences"]!.AsArray().Select(static s => (long)s!["id"]!));

        var back = await _api.PatchAsync($"/articles/{article}/blocks/1", new { type = "quote" }, "*");
        Assert.Equal((3, 2), ((int)back.Json["version"]!, (int)back.Json["inserted"]!));
        var read = (await _api.GetAsync($"/articles/{article}")).Json;
        Assert.Equal("Nobody was hurt.", (string?)read["sentences"]![2]!["text"]);
        Assert.Equal("quote", (string?)read["blocks"]![1]!["type"]);
        Assert.Equal(
            (await _api.GetAsync($"/articles/{article}/text?version=1")).Text, (await _api.GetAsync($"/articles/{article}/text")).Text);

        var same = await _api.PatchAsync($"/articles/{article}/blocks/1", new { type = "quote" }, "*");
        Assert.Equal(3, (int)same.Json["version"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PatchAsync($"/articles/{article}/blocks/9", new { type = "quote" }, "*")).Status);
        Assert.NotNull((await _api.PatchAsync($"/articles/{article}/blocks/1", new { type = (string?)null }, "*")).Error("type"));
    }
}
