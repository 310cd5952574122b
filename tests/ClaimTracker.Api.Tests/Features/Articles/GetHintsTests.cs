using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Text;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class GetHintsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Hints_name_speakers_days_numbers_and_what_contradicts_them()
    {
        const string Text = "😀 On Friday Ann Kahn told Ida Moreno that the council of Alden bought 12 cranes.\n\n"
            + "Then the council of Alden said that it bought 14 cranes on Friday.";
        var article = await _api.GivenAsync("/articles", new { text = Text, publishedOn = "2026-03-02", language = "en" });

        var answer = await _api.GetAsync($"/articles/{article}/hints");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var items = answer.Json["items"]!.AsArray().Select(static item => item!).ToList();
        Assert.All(items, item => Assert.Equal((string?)item["text"], CodePoints.Slice(Text, (int)item["start"]!, (int)item["end"]!)));
        Assert.Equal(
            "attribution date number attribution date number contradiction",
            string.Join(' ', items.Select(static item => (string)item["kind"]!)));
        Wire.Same(
            new[] { new { name = "Ann Kahn", verb = "told", addressee = "Ida Moreno", start = 12, end = 20 } }, items[0]["chain"]);
        Wire.Same(new { from = "2026-02-27", to = "2026-02-27", rule = "weekday_before" }, items[1]["date"]);
        Wire.Same(new { value = 12, unit = (string?)null, counted = "cranes", about = (string?)null }, items[2]["number"]);
        Assert.Equal((12d, (long)items[0]["sentence"]!), ((double)items[6]["other"]!["value"]!, (long)items[6]["other"]!["sentence"]!));
    }

    [Theory]
    [InlineData("2026-03")]
    [InlineData(null)]
    public async Task Without_the_day_of_the_article_dates_are_left_out(string? publishedOn)
    {
        var text = $"On Friday 12 boats of the year {publishedOn ?? "2026"} sank.";
        var article = await _api.GivenAsync("/articles", new { text, publishedOn, language = "en" });

        var items = (await _api.GetAsync($"/articles/{article}/hints?version=1")).Json["items"]!.AsArray();
        Assert.DoesNotContain(items, static item => (string?)item!["kind"] == "date");
    }

    [Theory]
    [InlineData("True", "Kelmar exported 300 tons of herring to Oslo.", "Kelmar exported 900 tons of herring to Oslo.",
        "says \"900 tons\" instead of \"300 tons\", and it was rated True")]
    [InlineData("True", "Crime in the port of Vardo fell by a third.", "Crime in the port of Vardo rose by a third.",
        "says \"rose\" instead of \"fell\", and it was rated True")]
    [InlineData("True", "The mayor of Bodo signed the treaty on fishing.", "The mayor of Bodo never signed the treaty on fishing.",
        "denies it (\"never\"), and it was rated True")]
    [InlineData("True", "The opera of Alta never staged a play by Ibsen.", "The opera of Alta staged a play by Ibsen.",
        "asserts what it denies (\"never\"), and it was rated True")]
    [InlineData("Mostly false", "A moose stopped the airport train of Gardermoen.", "A moose stopped the Gardermoen airport train.",
        "says the same, which was rated Mostly false")]
    public async Task What_says_otherwise_than_a_published_verdict_is_named(string rating, string claim, string sentence, string difference)
    {
        var id = await _api.GivenClaimAsync(claim);
        var (article, sentences) = await EnglishAsync($"It was cold. {sentence} It was dark.");
        Assert.Empty(await AgainstAsync(article));
        await _api.GivenPublishedAsync(id, rating);

        var hint = Assert.Single(await AgainstAsync(article))!;

        Assert.Equal(("contradiction", sentences[1], sentence), ((string)hint["kind"]!, (long)hint["sentence"]!, (string)hint["text"]!));
        var against = hint["against"]!;
        Assert.Equal((id, claim, difference), ((long)against["claimId"]!, (string)against["text"]!, (string)against["difference"]!));
        Assert.Equal((rating, "published"), ((string)against["verdict"]!["rating"]!["name"]!, (string)against["verdict"]!["state"]!));
        Assert.Equal(13, (int)hint["start"]!);
    }

    [Theory]
    [InlineData("True", "The lynx of Skaidi weighs 30 kilos at birth.", "The lynx of Skaidi weighs 30 kilos at birth.")]
    [InlineData("False", "The whale of Andenes is 30 metres long.", "The whale of Andenes is 20 metres long.")]
    [InlineData("False", "The glacier of Jostedal melted in a year.", "The glacier of Jostedal never melted in a year.")]
    [InlineData("Half true", "The ferry to Moss is free for students.", "The ferry to Moss is free for students.")]
    [InlineData("Unproven", "A troll lives under the bridge of Rjukan.", "A troll lives under the bridge of Rjukan.")]
    [InlineData("True", "The tunnel of Laerdal has 20 fans and 3 caves.", "The Laerdal library lends 30 books at a time.")]
    public async Task What_may_agree_with_a_verdict_is_not(string rating, string claim, string sentence)
    {
        await _api.GivenPublishedAsync(await _api.GivenClaimAsync(claim), rating);

        Assert.Empty(await AgainstAsync((await EnglishAsync($"It was cold. {sentence}")).Article));
    }

    [Fact]
    public async Task The_claim_of_the_sentence_itself_and_other_languages_are_left_out()
    {
        const string Said = "A reindeer won the town election of Kautokeino.";
        var (article, sentences) = await EnglishAsync($"A story of snow. {Said}");
        var claim = (await _api.PostAsync($"/sentences/{sentences[1]}/claims", new { text = Said })).Id;
        await _api.GivenPublishedAsync(claim, "False");
        var norwegian = await _api.GivenAsync("/articles", new { text = $"En annen. {Said}", language = "no" });

        Assert.Empty(await AgainstAsync(article));
        Assert.Empty(await AgainstAsync(norwegian));
        Assert.Single(await AgainstAsync((await EnglishAsync($"Another story. {Said}")).Article));
    }

    [Fact]
    public async Task Articles_and_versions_that_do_not_exist_have_none()
    {
        var article = await _api.GivenAsync("/articles", new { text = "One version of hints is all there is." });

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/articles/{article}/hints?version=2")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/articles/999999/hints")).Status);
    }

    private async Task<(long Article, IReadOnlyList<long> Sentences)> EnglishAsync(string text)
    {
        var made = await _api.PostAsync("/articles", new { text, language = "en" });
        return (made.Id, [.. made.Json["sentences"]!.AsArray().Select(static sentence => (long)sentence!["id"]!)]);
    }

    private async Task<IReadOnlyList<JsonNode>> AgainstAsync(long article) =>
    [
        .. (await _api.GetAsync($"/articles/{article}/hints")).Items
            .Select(static hint => hint!)
            .Where(static hint => hint["against"] is not null),
    ];
}
