using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>Versions that share a text: what a split or a merge leaves as it was is not written again, and reads as if it were.</summary>
public sealed class LayoutTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Text = "One went up and two came down. Three sat. Four stood still and five ran. Six slept.";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Every_version_keeps_its_sentences_in_order_whatever_came_after()
    {
        var (article, sentences) = await _api.GivenArticleAsync(Text);
        await SplitAsync(sentences[0], " and two");
        await SplitAsync(sentences[2], " and five");
        var parts = await SentencesAsync(article, 3);
        await MergeAsync(article, (long)parts[1]!["id"]!, (long)parts[2]!["id"]!);
        await _api.PutAsync($"/articles/{article}/text", new { text = Text + " Seven woke." });
        var last = (long)(await SentencesAsync(article, 5))[^1]!["id"]!;
        await SplitAsync(last, " woke");

        string[][] expected =
        [
            ["One went up and two came down.", "Three sat.", "Four stood still and five ran.", "Six slept."],
            ["One went up", "and two came down.", "Three sat.", "Four stood still and five ran.", "Six slept."],
            ["One went up", "and two came down.", "Three sat.", "Four stood still", "and five ran.", "Six slept."],
            ["One went up", "and two came down. Three sat.", "Four stood still", "and five ran.", "Six slept."],
            ["One went up and two came down.", "Three sat.", "Four stood still and five ran.", "Six slept.", "Seven woke."],
            ["One went up and two came down.", "Three sat.", "Four stood still and five ran.", "Six slept.", "Seven", "woke."],
        ];
        var versions = (await _api.GetAsync($"/articles/{article}/versions")).Json["items"]!.AsArray();
        Assert.Equal(expected.Select(static words => words.Length), versions.Select(static v => (int)v!["sentences"]!));
        for (var version = 1; version <= expected.Length; version++)
        {
            var read = await SentencesAsync(article, version);
            var text = await TextAsync(article, version);
            Assert.Equal(version < 5 ? Text : Text + " Seven woke.", text);
            Assert.Equal(expected[version - 1], read.Select(static s => (string)s!["text"]!), StringComparer.Ordinal);
            Assert.Equal(Enumerable.Range(0, read.Count), read.Select(static s => (int)s!["ordinal"]!));
            Assert.All(read, s => Assert.Equal((string)s!["text"]!, text[(int)s["start"]!..(int)s["end"]!]));
            Assert.Equal(read.Select(static s => (long)s!["id"]!), await PagedAsync(article, version));
        }
    }

    [Fact]
    public async Task A_sentence_says_where_it_stands_now_or_stood_last()
    {
        var (article, sentences) = await _api.GivenArticleAsync(Text + " Then came Monday.");
        await SplitAsync(sentences[0], " and two");
        await SplitAsync(sentences[2], " and five");
        await _api.PutAsync($"/articles/{article}/text", new { text = "Six slept." });

        Assert.Equal((1, 0, "orphaned"), await PlaceAsync(sentences[0]));
        Assert.Equal((3, 2, "orphaned"), await PlaceAsync(sentences[1]));
        Assert.Equal((2, 3, "orphaned"), await PlaceAsync(sentences[2]));
        Assert.Equal((4, 0, "open"), await PlaceAsync(sentences[3]));
    }

    [Fact]
    public async Task A_claim_has_the_ordinal_that_its_sentence_has_now()
    {
        var (_, sentences) = await _api.GivenArticleAsync(Text + " Then came Tuesday.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[3]}/claims", new { text = "Six slept." });
        await SplitAsync(sentences[0], " and two");

        Assert.Equal(4, (int)(await _api.GetAsync($"/claims/{claim}")).Json["sentences"]![0]!["ordinal"]!);
    }

    [Fact]
    public async Task A_split_writes_what_changed_and_not_the_article_again()
    {
        var (article, sentences) = await _api.GivenArticleAsync(string.Concat(Enumerable.Repeat(Text + " ", 50)));
        await SplitAsync(sentences[0], " and two");

        Assert.Equal(
            [("sentence_positions", 2L), ("blocks", 0L), ("characters", 0L)],
            await host.Db.ReadAsync(
                tx => tx.ListAsync<(string, long)>(
                    """
                    select 'sentence_positions', (select count(*) from sentence_positions where article_id = @article and version = 2)
                    union all
                    select 'blocks', (select count(*) from blocks where article_id = @article and version = 2)
                    union all
                    select 'characters', (select sum(length(text)) from article_versions where article_id = @article and version = 2)
                    """,
                    new { article }),
                CancellationToken.None));
    }

    private async Task<string> TextAsync(long article, int version) =>
        (await _api.GetAsync($"/articles/{article}/text?version={version}")).Text;

    private async Task<JsonArray> SentencesAsync(long article, int version) =>
        (await _api.GetAsync($"/articles/{article}?version={version}")).Json["sentences"]!.AsArray();

    private async Task<IReadOnlyList<long>> PagedAsync(long article, int version)
    {
        var ids = new List<long>();
        string? next = null;
        do
        {
            var cursor = next is null ? "" : $"&cursor={next}";
            var page = (await _api.GetAsync($"/articles/{article}/sentences?version={version}&limit=2{cursor}")).Json;
            ids.AddRange(page["items"]!.AsArray().Select(static s => (long)s!["id"]!));
            next = (string?)page["next"];
        }
        while (next is not null);
        return ids;
    }

    private async Task<(int Version, int Ordinal, string State)> PlaceAsync(long sentence)
    {
        var json = (await _api.GetAsync($"/sentences/{sentence}")).Json;
        return ((int)json["version"]!, (int)json["ordinal"]!, (string)json["state"]!);
    }

    private async Task SplitAsync(long sentence, string before)
    {
        var json = (await _api.GetAsync($"/sentences/{sentence}")).Json;
        var at = (int)json["start"]! + ((string)json["text"]!).IndexOf(before, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await _api.PostAsync($"/sentences/{sentence}/split", new { at })).Json["split"]!);
    }

    private async Task MergeAsync(long article, params long[] ids) =>
        Assert.Equal(1, (int)(await _api.PostAsync($"/articles/{article}/sentences/merge", new { ids })).Json["merged"]!);
}
