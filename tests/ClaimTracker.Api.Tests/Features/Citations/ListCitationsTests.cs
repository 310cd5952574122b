using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Citations;

/// <summary>What an article cites, and where that stands when its text changes.</summary>
public sealed class ListCitationsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task They_are_listed_in_the_order_of_the_text_with_their_words()
    {
        const string Text = "🏗 The crane was built in 1931 [see page 7 of 🏗]. It fell (https://crane.example/fall). Nobody asked.";
        var (article, sentences) = await _api.GivenArticleAsync(Text);

        var all = (await _api.GetAsync($"/articles/{article}/citations?count=true")).Json;

        Assert.Equal(2, (int)all["total"]!);
        var (first, second) = (all["items"]![0]!, all["items"]![1]!);
        Wire.Same(
            new
            {
                id = (long)first["id"]!,
                articleId = article,
                sentenceId = sentences[0],
                sentence = "🏗 The crane was built in 1931 [see page 7 of 🏗].",
                start = 30,
                end = 47,
                kind = "bracket",
                url = (string?)null,
                text = "see page 7 of 🏗",
                author = (string?)null,
                at = (string?)null,
                state = "open",
                reason = (string?)null,
                evidenceId = (long?)null,
                settledBy = (string?)null,
                settledAt = (string?)null,
            },
            first);
        Assert.Equal(
            (sentences[1], "https://crane.example/fall", "https://crane.example/fall"),
            ((long)second["sentenceId"]!, (string)second["url"]!, (string)second["text"]!));
        var page = await _api.GetAsync($"/articles/{article}/citations?limit=1");
        Assert.Equal([(long)first["id"]!], page.Ids());
        Assert.Equal(
            [(long)second["id"]!], (await _api.GetAsync($"/articles/{article}/citations?limit=1&cursor={page.Json["next"]}")).Ids());
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/articles/999999/citations")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/citations/999999")).Status);
    }

    [Fact]
    public async Task The_facts_without_a_source_are_one_filter()
    {
        var (article, s) = await _api.GivenArticleAsync(
            "The lock opened in 1850 [see the register]. The lock closed in 1950 [see the chronicle]. The lock is 90 metres long.");
        var citations = (await _api.GetAsync($"/articles/{article}/citations")).Ids().ToList();
        await _api.PostAsync($"/citations/{citations[0]}/dismiss", new { reason = "It says 1851." });

        Assert.Equal([s[0], s[2]], (await _api.GetAsync($"/articles/{article}/sentences?citations=none")).Ids());
        Assert.Equal([s[1]], (await _api.GetAsync($"/articles/{article}/sentences?citations=open")).Ids());
        await _api.PostAsync($"/citations/{citations[1]}/accept", new { stance = "supports" });
        Assert.Empty((await _api.GetAsync($"/articles/{article}/sentences?citations=open")).Ids());
        Assert.Equal([s[1]], (await _api.GetAsync($"/articles/{article}/sentences?citations=any")).Ids());
        Assert.Equal(
            [0, 1, 0], (await _api.GetAsync($"/articles/{article}")).Json["sentences"]!.AsArray().Select(static x => (int)x!["cited"]!));
    }

    [Fact]
    public async Task A_new_version_moves_them_along_adds_the_new_ones_and_opens_none_again()
    {
        var (article, before) = await _api.GivenArticleAsync(
            "The mill opened in 1850 [see the register]. The mill closed in 1931 [see the chronicle]. It burned twice [see the map].");
        var citations = (await _api.GetAsync($"/articles/{article}/citations")).Ids().ToList();
        await _api.PostAsync($"/citations/{citations[1]}/dismiss", new { reason = "It says 1930." });

        await ReviseAsync(
            article,
            "First. The mill opened in 1850 [see the register; https://mill.example/]. The old mill closed in 1931 [see the chronicle]. "
            + "Nobody was hurt then [note: by the priest].");

        var after = await ListAsync(article);
        var sentences = (await _api.GetAsync($"/articles/{article}")).Json["sentences"]!.AsArray();
        Assert.Equal(
            [
                (citations[0], "see the register", "open"), (citations[0] + 3, "see the register; https://mill.example/", "open"),
                (citations[1], "see the chronicle", "dismissed"), (citations[0] + 4, "note: by the priest", "open"),
                (citations[2], "see the map", "open"),
            ],
            after.Select(static c => ((long)c!["id"]!, (string)c["text"]!, (string)c["state"]!)).OrderBy(Place));
        var moved = after.Single(c => (long)c!["id"]! == citations[1])!;
        Assert.Equal((long)sentences[2]!["id"]!, (long)moved["sentenceId"]!);
        Assert.Equal("[see the chronicle]", await WordsAsync(article, moved));
        Assert.NotEqual(before[1], (long)moved["sentenceId"]!);
        var gone = after.Single(c => (long)c!["id"]! == citations[2])!;
        Assert.Equal((before[2], null), ((long)gone["sentenceId"]!, (int?)gone["start"]));
        Assert.Equal(citations[2], (long)after[^1]!["id"]!);

        long Place((long Id, string Text, string State) citation) => after.ToList().FindIndex(c => (long)c!["id"]! == citation.Id);
    }

    [Fact]
    public async Task The_words_of_a_split_sentence_say_to_which_part_they_go_and_a_merge_takes_all()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The weir is old and the pond is deep [see the survey], they say.");
        var at = "The weir is old ".Length;
        await _api.PostAsync($"/sentences/{sentences[0]}/split", new { at });

        var parts = (await _api.GetAsync($"/articles/{article}")).Json["sentences"]!.AsArray().Select(static s => (long)s!["id"]!).ToList();
        var citation = Assert.Single(await ListAsync(article))!;
        Assert.Equal((parts[1], "[see the survey]"), ((long)citation["sentenceId"]!, await WordsAsync(article, citation)));

        await _api.PostAsync($"/articles/{article}/sentences/merge", new { ids = parts });
        citation = Assert.Single(await ListAsync(article))!;
        Assert.Equal("[see the survey]", await WordsAsync(article, citation));
        var again = await ReviseAsync(article, "The weir is old and the pond is deep [see the survey], they say.");
        Assert.Equal(3, (int)again.Json["version"]!);
        Assert.Single(await ListAsync(article));
    }

    [Fact]
    public async Task The_same_note_twice_on_a_sentence_is_one_and_a_block_that_becomes_prose_brings_its_notes()
    {
        var (article, _) = await _api.GivenArticleAsync("It rose [CQ] and fell [CQ].\n\nIt stayed [see the table] for long.");
        Assert.Equal(2, (await ListAsync(article)).Count);
        Assert.Equal(2, (int)(await _api.GetAsync($"/history?subject=article/{article}")).Json["items"]![0]!["after"]!["citations"]!);

        await _api.PatchAsync($"/articles/{article}/blocks/1", new { type = "footer" });
        Assert.Null((int?)(await ListAsync(article))[1]!["start"]);
        await _api.PatchAsync($"/articles/{article}/blocks/1", new { type = "paragraph" });

        Assert.Equal(
            ["CQ", "see the table", "see the table"],
            (await ListAsync(article)).Select(static c => (string)c!["text"]!),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task They_go_with_an_article_that_is_deleted_and_lose_their_words_with_one_that_is_erased()
    {
        const string Text = "The vault holds 3 tons [source: https://quastenflosser.example/]. It is dry [note: Quastenflosser].";
        var (article, _) = await _api.GivenArticleAsync(Text);
        await _api.PostAsync($"/citations/{(await ListAsync(article))[1]!["id"]}/dismiss", new { reason = "Hearsay." });
        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/articles/{article}")).Status);

        (article, _) = await _api.GivenArticleAsync(Text);
        var citation = (long)(await ListAsync(article))[1]!["id"]!;
        await _api.PostAsync($"/citations/{citation}/dismiss", new { reason = "Hearsay." });
        await _api.EraseAsync($"/articles/{article}");

        var erased = await _api.GetAsync($"/citations/{citation}");
        var list = await _api.GetAsync($"/articles/{article}/citations");
        Assert.DoesNotContain("uastenflosser", erased.Text + list.Text, StringComparison.Ordinal);
        Assert.Equal(("", "dismissed"), ((string)erased.Json["text"]!, (string)erased.Json["state"]!));
        Assert.Equal(HttpStatusCode.Conflict, (await _api.PostAsync($"/citations/{citation}/accept", new { stance = "supports" })).Status);
        Assert.DoesNotContain("uastenflosser", (await _api.GetAsync("/history?limit=500")).Text, StringComparison.Ordinal);
    }

    private async Task<JsonArray> ListAsync(long article) =>
        (await _api.GetAsync($"/articles/{article}/citations")).Json["items"]!.AsArray();

    private Task<Answer> ReviseAsync(long article, string text) => _api.PutAsync($"/articles/{article}/text", new { text });

    private async Task<string> WordsAsync(long article, JsonNode citation)
    {
        var text = (await _api.GetAsync($"/articles/{article}/text")).Text;
        return ClaimTracker.Text.CodePoints.Slice(text, (int)citation["start"]!, (int)citation["end"]!);
    }
}
