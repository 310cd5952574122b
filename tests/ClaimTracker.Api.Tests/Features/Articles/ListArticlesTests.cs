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
    [InlineData("from=1980&to=1980-05-05")]
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
        Assert.True(whole.Remove("blocks") && whole.Remove("sentences") && whole.Remove("reading") && whole.Remove("setApart"));
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

    [Fact]
    public async Task The_earliest_deadline_comes_first_and_articles_without_one_last_page_by_page()
    {
        var (none, late) = (await WithAsync(1, null), await WithAsync(2, "2026-05-01T00:00:00Z"));
        var (early, alsoNone) = (await WithAsync(3, "2026-04-01T00:00:00Z"), await WithAsync(4, null));
        const string list = "/articles?publisher=Deadline%20Post&sort=deadline";

        Assert.Equal([early, late, none, alsoNone], (await _api.GetAsync(list)).Ids());
        Assert.Equal([early, late, none, alsoNone], await _api.WalkAsync(list));

        async Task<long> WithAsync(int number, string? deadline) => (await _api.PostAsync(
            "/articles", new { text = $"Number {number} has its time.", publisher = "Deadline Post", deadline })).Id;
    }

    [Fact]
    public async Task An_archived_article_is_left_out_unless_it_is_asked_for_or_looked_up()
    {
        var (shown, put) = (await GivenAsync("Shelf Post", 1), await _api.GivenAsync("/articles", new
        {
            text = "It is put away.",
            publisher = "Shelf Post",
            url = "https://shelf.example/a",
            externalApp = "shelf",
            externalId = "1",
        }));
        await _api.PatchAsync($"/articles/{put}", new { archived = true });

        Assert.Equal(shown, (await _api.GetAsync("/articles?publisher=Shelf%20Post")).Ids());
        Assert.Equal(shown, (await _api.GetAsync("/articles?publisher=Shelf%20Post&archived=false")).Ids());
        Assert.Equal([put], (await _api.GetAsync("/articles?publisher=Shelf%20Post&archived=true")).Ids());
        Assert.Equal([put, .. shown], (await _api.GetAsync("/articles?publisher=Shelf%20Post&archived=any")).Ids());
        Assert.Equal([put], (await _api.GetAsync("/articles?url=https://shelf.example/a")).Ids());
        Assert.Equal([put], (await _api.GetAsync("/articles?externalApp=shelf&externalId=1")).Ids());
        Assert.Empty((await _api.GetAsync("/articles?externalApp=shelf&externalId=1&archived=false")).Items);
    }

    [Fact]
    public async Task Articles_are_found_by_who_sees_to_them()
    {
        var ada = await host.AsAsync("checker", "Ada Lists");
        var ids = await GivenAsync("Desk Post", 2);
        await ada.PatchAsync($"/articles/{ids[0]}", new { assignee = "Ada Lists" });

        Assert.Equal([ids[0]], (await _api.GetAsync("/articles?publisher=Desk%20Post&assignee=ada%20lists")).Ids());
        Assert.Equal([ids[0]], (await ada.GetAsync("/articles?publisher=Desk%20Post&assignee=me")).Ids());
        Assert.Equal([ids[1]], (await ada.GetAsync("/articles?publisher=Desk%20Post&assignee=none")).Ids());
    }

    [Theory]
    [InlineData("archived=yes", "archived")]
    [InlineData("assignee=Nobody%20of%20the%20desk", "assignee")]
    [InlineData("sort=-deadline", "sort")]
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
