using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Text;

namespace ClaimTracker.Api.Tests.Domain.Matching;

public sealed class EarlierSentencesTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_text_finds_sentences_of_articles_in_nearly_the_same_words()
    {
        const string Text = "😀 It rained in Narvik. The ferry of Narvik carried 300 reindeer over the northern fjord. It was late.";
        var article = await _api.GivenAsync("/articles", new { text = Text, title = "Reindeer", publishedOn = "2025-11" });

        var found = Assert.Single(await OfTextAsync("The ferry of Narvik carried 900 reindeer over the northern fjord!"))!;

        Assert.Equal(
            (article, "Reindeer", "2025-11"),
            ((long)found["articleId"]!, (string)found["headline"]!, (string)found["publishedOn"]!));
        Assert.Equal((string)found["text"]!, CodePoints.Slice(Text, (int)found["start"]!, (int)found["end"]!));
        var sentence = (await _api.GetAsync($"/sentences/{(long)found["sentenceId"]!}")).Json;
        Assert.Equal((string)found["text"]!, (string)sentence["text"]!);
        Assert.InRange((double)found["score"]!, RepeatFinder.Least, 0.99);
        Assert.Equal("words letters", string.Join(' ', found["components"]!.AsArray().Select(static part => (string)part!["name"]!)));
        Wire.Same(new[] { new { kind = "number", here = "900 reindeer", there = "300 reindeer" } }, found["mayDiffer"]);
        Assert.Empty(await OfTextAsync("The ferry of Bergen carried tourists under the southern bridge."));
        Assert.Empty(await OfTextAsync("Reindeer."));
    }

    [Fact]
    public async Task An_article_is_told_what_others_said_and_not_what_it_says_itself()
    {
        const string Said = "The tower of Vilnius leans nine degrees to the east, the mayor said.";
        var (first, earlier) = await _api.GivenArticleAsync($"It is old. {Said}");
        var (second, sentences) = await _api.GivenArticleAsync($"It is new. {Said} {Said}");

        var items = (await _api.PostAsync($"/articles/{second}/matches")).Items;

        var item = items.Single(item => (long)item!["sentenceId"]! == sentences[1])!;
        var found = Assert.Single(item["sentences"]!.AsArray())!;
        Assert.Equal((first, earlier[1], 1d), ((long)found["articleId"]!, (long)found["sentenceId"]!, (double)found["score"]!));
        var lines = await _api.PostAsync("/articles?match=true", new { text = $"It is newer. {Said}" });
        Assert.Equal(3, lines.Json["matches"]!.AsArray().Max(static of => of!["sentences"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_claim_is_told_what_stands_in_articles_that_it_is_not_of()
    {
        const string Said = "Four brown bears crossed the motorway near Brasov in August.";
        var (_, own) = await _api.GivenArticleAsync($"A story. {Said}");
        var (_, other) = await _api.GivenArticleAsync($"Another story. {Said}");
        var claim = await _api.PostAsync($"/sentences/{own[1]}/claims", new { text = Said });

        var found = (await _api.GetAsync($"/claims/{claim.Id}/matches")).Json["sentences"]!.AsArray();

        Assert.Equal(other[1], (long)Assert.Single(found)!["sentenceId"]!);
    }

    [Fact]
    public async Task Only_what_articles_say_now_is_found()
    {
        const string Said = "Ljubljana banned bicycles from its old bridges last winter.";
        var (article, _) = await _api.GivenArticleAsync($"A note. {Said}");
        Assert.Single(await OfTextAsync(Said));

        await _api.PutAsync($"/articles/{article}/text", new { text = "A note. It was taken back." });
        Assert.Empty(await OfTextAsync(Said));
        await _api.PutAsync($"/articles/{article}/text", new { text = $"A note. {Said} Indeed." });
        Assert.Single(await OfTextAsync(Said));
        await _api.DeleteAsync($"/articles/{article}");
        Assert.Empty(await OfTextAsync(Said));
    }

    [Fact]
    public async Task A_handful_is_given_the_best_first()
    {
        const string Said = "Tirana planted eight thousand olive trees along the ring road";
        for (var i = 0; i < 7; i++)
        {
            await _api.GivenArticleAsync($"Paper {i}. {Said} in year {i}{string.Concat(Enumerable.Repeat(" at last", i))}.");
        }

        var found = await OfTextAsync($"{Said} in year 3 at last at last at last.");

        Assert.Equal(5, found.Count);
        var scores = found.Select(static sentence => (double)sentence!["score"]!).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(1, scores[0]);
    }

    [Fact]
    public async Task What_stands_in_every_article_hides_no_quote()
    {
        const string Said = "The abbey of Melk sold twelve manuscripts to a collector in Basel.";
        const string Everywhere = "Reporting by Greta Lindqvist in Uppsala, editing by Pavel Hrubes.";
        var (article, _) = await _api.GivenArticleAsync($"{Said} {Everywhere}");
        for (var i = 0; i <= 100; i++)
        {
            await _api.GivenArticleAsync($"Report {i}. {Everywhere}");
        }

        var (last, sentences) = await _api.GivenArticleAsync($"The last report. {Said} {Everywhere}");
        var items = (await _api.PostAsync($"/articles/{last}/matches")).Items;

        var found = items.Single(item => (long)item!["sentenceId"]! == sentences[1])!["sentences"]!.AsArray();
        Assert.Equal(article, (long)Assert.Single(found)!["articleId"]!);
        Assert.Empty(await OfTextAsync(Everywhere));
    }

    [Fact]
    public async Task Whoever_reads_articles_reads_their_sentences()
    {
        const string Said = "The dam of Kotor holds back six billion litres of water.";
        var article = await _api.GivenAsync("/articles", new { text = Said, kind = "draft" });
        var reader = await host.AsAsync("reader", "Reader of quotes");

        var found = Assert.Single((await reader.PostAsync("/matches", new { text = Said })).Json["sentences"]!.AsArray())!;

        Assert.Equal(article, (long)found["articleId"]!);
        Assert.Equal(Said, (string)(await reader.GetAsync($"/sentences/{(long)found["sentenceId"]!}")).Json["text"]!);
    }

    private async Task<JsonArray> OfTextAsync(string text) =>
        (await _api.PostAsync("/matches", new { text })).Json["sentences"]!.AsArray();
}
