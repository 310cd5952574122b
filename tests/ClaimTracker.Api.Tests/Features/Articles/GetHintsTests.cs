using System.Net;
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

    [Fact]
    public async Task Articles_and_versions_that_do_not_exist_have_none()
    {
        var article = await _api.GivenAsync("/articles", new { text = "One version of hints is all there is." });

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/articles/{article}/hints?version=2")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/articles/999999/hints")).Status);
    }
}
