using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class ListArticlesTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Theory]
    [InlineData("q=straße%20NACH%20oslo")]
    [InlineData("url=HTTPS%3A%2F%2FWWW.filter.example%2Ffull%2F%3Futm_campaign%3Dx")]
    [InlineData("publisher=Filter%20Post")]
    [InlineData("from=1980-05-05&to=1980-05-05")]
    [InlineData("externalApp=filter-app")]
    [InlineData("externalId=filter-1")]
    [InlineData("externalApp=filter-app&externalId=filter-1&publisher=Filter%20Post&q=oslo")]
    public async Task A_filter_shows_the_articles_that_pass_it(string filter)
    {
        var wanted = (await _api.PostAsync("/articles", new
        {
            text = "Filters find this article of 1980.",
            title = "Die Straße  nach Oslo",
            url = "https://filter.example/full",
            publisher = "Filter Post",
            publishedOn = "1980-05-05",
            externalApp = "filter-app",
            externalId = "filter-1",
        })).Id;
        await _api.PostAsync(
            "/articles", new
            {
                text = "Filters pass by this article.",
                title = "Die Straße",
                url = "https://filter.example/none",
                publishedOn = "1980-05-06",
            });

        var list = await _api.GetAsync("/articles?" + filter);

        Assert.Equal([wanted], list.Ids());
        Assert.Equal(1, await _api.CountAsync("/articles?" + filter));
    }

    [Fact]
    public async Task An_item_is_the_article_without_blocks_and_sentences()
    {
        var created = await _api.PostAsync("/articles", new { text = "An item of a list is short.", publisher = "Item Post" });

        var item = (await _api.GetAsync("/articles?publisher=Item%20Post")).Items[0]!.AsObject();

        var whole = created.Json.AsObject();
        Assert.True(whole.Remove("blocks") && whole.Remove("sentences"));
        Assert.Equal(whole.ToJsonString(), item.ToJsonString());
    }

    [Fact]
    public async Task The_newest_comes_first_unless_sort_says_otherwise()
    {
        var ids = await GivenAsync("Sort Post", 3);

        Assert.Equal(ids.Reverse(), (await _api.GetAsync("/articles?publisher=Sort%20Post")).Ids());
        Assert.Equal(ids.Reverse(), (await _api.GetAsync("/articles?publisher=Sort%20Post&sort=-id")).Ids());
        Assert.Equal(ids, (await _api.GetAsync("/articles?publisher=Sort%20Post&sort=id")).Ids());
    }

    [Theory]
    [InlineData("sort=id", true)]
    [InlineData("sort=-id", false)]
    public async Task Paging_shows_each_article_once_although_another_is_added_meanwhile(string sort, bool seesTheNewOne)
    {
        var publisher = "Paging Post " + sort;
        var ids = (await GivenAsync(publisher, 3)).ToList();
        var added = 0L;

        var walked = await _api.WalkAsync($"/articles?publisher={Uri.EscapeDataString(publisher)}&{sort}", async page =>
        {
            if (page == 1)
            {
                added = (await _api.PostAsync("/articles", new { text = $"It came while {publisher} was paged.", publisher })).Id;
            }
        });

        Assert.Equal(seesTheNewOne ? [.. ids, added] : ids.AsEnumerable().Reverse(), walked);
    }

    [Theory]
    [InlineData("sort=title", "sort")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("from=2026-13-01", "from")]
    [InlineData("author=Ada", "author")]
    [InlineData("state=done", "state")]
    [InlineData("cursor=AAAA", "cursor")]
    [InlineData("q=", "q")]
    public async Task A_query_that_makes_no_list_is_refused(string query, string field)
    {
        var answer = await _api.GetAsync("/articles?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Fact]
    public async Task A_cursor_is_valid_for_its_own_list_only()
    {
        await GivenAsync("Cursor Post", 2);
        var next = (string)(await _api.GetAsync("/articles?publisher=Cursor%20Post&limit=1")).Json["next"]!;

        var same = await _api.GetAsync($"/articles?publisher=Cursor%20Post&limit=1&cursor={next}");
        var other = await _api.GetAsync($"/articles?publisher=Other%20Post&limit=1&cursor={next}");

        Assert.Equal(HttpStatusCode.OK, same.Status);
        Assert.Equal(HttpStatusCode.BadRequest, other.Status);
        Assert.NotNull(other.Error("cursor"));
    }

    private async Task<IReadOnlyList<long>> GivenAsync(string publisher, int count)
    {
        List<long> ids = [];
        for (var i = 1; i <= count; i++)
        {
            ids.Add((await _api.PostAsync("/articles", new { text = $"Number {i} of the {publisher}.", publisher })).Id);
        }

        return ids;
    }
}
