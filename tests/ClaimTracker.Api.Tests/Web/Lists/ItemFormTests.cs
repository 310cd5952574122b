using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Lists;

/// <summary>What every list can show of its items: some of their members, their ETags, and those with certain ids.</summary>
public sealed class ItemFormTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();
    private ApiDriver _reader = null!;

    [Fact]
    public async Task The_tag_of_an_item_is_that_of_its_address_for_the_same_caller()
    {
        var tagged = _host.Routes.Where(static route => route.ListsTags && IsSeeded(route)).ToList();
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var driver in (ApiDriver[])[_host.Api, _reader])
        {
            foreach (var route in tagged)
            {
                var query = route.OperationId == "ListVerdicts" ? "?etags=true&articleId=1" : "?etags=true";
                var list = await driver.SendAsync(new HttpRequestMessage(HttpMethod.Get, route.Address() + query));
                foreach (var item in list.Status == HttpStatusCode.OK ? list.Items : [])
                {
                    var address = AddressOf(route, item!);
                    var one = await driver.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
                    Assert.True(one.ETag == (string?)item!["etag"], $"{route.OperationId}: {address} has {one.ETag}, not {item["etag"]}");
                    seen.Add($"{(driver == _reader ? "reader" : "desk")} {route.OperationId}");
                }
            }
        }

        Assert.Empty(tagged.Select(static route => $"desk {route.OperationId}").Except(seen, StringComparer.Ordinal));
        Assert.Superset(
            new HashSet<string>(["reader ListClaims", "reader ListVerdicts", "reader ListSources"], StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task A_tag_of_a_list_edits_without_a_GET()
    {
        var item = (await _host.Api.GetAsync("/claims?ids=1&etags=true")).Items[0]!;

        var edited = await _host.Api.PatchAsync("/claims/1", new { headline = "By the tag of a list" }, (string)item["etag"]!);

        Assert.Equal(HttpStatusCode.OK, edited.Status);
    }

    [Theory]
    [InlineData("/verdicts?etags=true&asOf=2026-03-03T12:00:00Z", "asOf")]
    [InlineData("/claims/1/verdicts?etags=true&asOf=2026-03-03T12:00:00Z", "asOf")]
    [InlineData("/articles/1/sentences?etags=true&version=1", "version")]
    public async Task Items_as_they_were_have_no_tag(string path, string parameter)
    {
        var answer = await _host.RefusesAsync(
            new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path), HttpStatusCode.BadRequest, "etags");

        Assert.Contains(parameter, answer.Error("etags"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_have_the_members_that_were_asked_for_in_their_own_order()
    {
        foreach (var route in Lists())
        {
            var whole = await _host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, route.Address()));
            var members = ItemForm.Members(route.Item!, tagged: false);
            string[] wanted = [members[^1], members[0]];
            var few = await _host.Api.SendAsync(
                new HttpRequestMessage(HttpMethod.Get, $"{route.Address()}?fields={string.Join(',', wanted)}"));

            Assert.Equal(whole.Items.Count, few.Items.Count);
            foreach (var (item, all) in few.Items.Zip(whole.Items))
            {
                Assert.Equal([members[0], members[^1]], item!.AsObject().Select(static member => member.Key), StringComparer.Ordinal);
                Assert.All(item.AsObject(), member => Assert.True(JsonNode.DeepEquals(all![member.Key], member.Value)));
            }
        }
    }

    [Fact]
    public async Task The_tag_is_a_member_where_it_is_asked_for()
    {
        var items = (await _host.Api.GetAsync("/claims?etags=true&fields=etag,id")).Items;

        Assert.All(items, static item => Assert.Equal("id, etag", string.Join(", ", item!.AsObject().Select(static member => member.Key))));
        Assert.NotEmpty(items);
    }

    [Fact]
    public async Task A_member_that_items_do_not_have_is_refused_with_those_that_they_have()
    {
        foreach (var route in Lists())
        {
            foreach (var wrong in (string[])["wrong", "ID", "id,wrong", "id.a", " id", "etag"])
            {
                var answer = await _host.RefusesAsync(
                    new HttpRequestMessage(HttpMethod.Get, $"{route.Address()}?fields={Uri.EscapeDataString(wrong)}"),
                    HttpStatusCode.BadRequest, "fields");
                Assert.Contains(
                    string.Join(", ", ItemForm.Members(route.Item!, tagged: false)), answer.Error("fields"), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_page_goes_on_with_other_members()
    {
        var next = (string)(await _host.Api.GetAsync("/claims?limit=1&sort=id")).Json["next"]!;

        var page = await _host.Api.GetAsync($"/claims?limit=1&sort=id&fields=id&cursor={next}");

        Assert.Equal("""[{"id":2}]""", page.Items.ToJsonString());
    }

    [Fact]
    public async Task Ids_choose_among_what_the_other_filters_let_through()
    {
        var lists = Lists().Where(static route => route.Shape.Query.ContainsKey("ids")).ToList();
        Assert.InRange(lists.Count, 14, 100);
        foreach (var route in lists)
        {
            var all = (await _host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, route.Address()))).Ids();
            var some = await _host.Api.SendAsync(
                new HttpRequestMessage(HttpMethod.Get, $"{route.Address()}?ids=999,{all[0]},{all[0]}&count=true"));

            Assert.Equal([all[0]], some.Ids());
            Assert.Equal(1, (long)some.Json["total"]!);
        }

        Assert.Equal([2L, 1L], (await _host.Api.GetAsync("/claims?ids=1,2")).Ids());
        Assert.Empty((await _host.Api.GetAsync("/claims?ids=1,2&q=nothing+says+this")).Items);
    }

    [Fact]
    public async Task Five_hundred_ids_are_taken_and_no_more()
    {
        var ids = string.Join(',', Enumerable.Range(1, HttpLimits.ListedValues));
        Assert.Equal([1L, 2L], (await _host.Api.GetAsync($"/claims?sort=id&ids={ids}")).Ids());
        foreach (var (wrong, message) in (IEnumerable<(string, string)>)
        [
            (ids + ",501", "must have at most 500 values"), ("1,", "must be a whole number"), ("1,a", "must be a whole number"),
            ("1,,2", "must be a whole number"), ("1%202", "must be a whole number"), ("0", "must be a whole number"),
        ])
        {
            var answer = await _host.RefusesAsync(
                new HttpRequestMessage(HttpMethod.Get, $"/api/v1/claims?ids={wrong}"), HttpStatusCode.BadRequest, "ids");
            Assert.StartsWith(message, answer.Error("ids"), StringComparison.Ordinal);
        }
    }

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        if (TestEngine.Current.Missing is not null)
        {
            return;
        }

        var (_, sentences) = await _host.Api.GivenArticleAsync(
            "The harbour bridge opened in 2024. It cost 48 million dollars [see the budget].");
        var claim = await _host.Api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "The harbour bridge opened in 2024." });
        await _host.Api.GivenClaimAsync("The ferry carried 1,200 people a day.");
        var verdict = await _host.Api.GivenPublishedAsync(claim, "True");

        // A reader does not know of it: the verdict that it corrects is another for the desk.
        await _host.Api.MoveAsync(
            verdict, "corrections", new { kind = "update", reason = "New figures.", publicText = "We updated it.", rating = 4 });
        await _host.Api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "Look at the register." });
        await _host.Api.GivenAsync("/fields", new { on = "claim", name = "topic", type = "text" });
        await _host.Api.PutAsync($"/lists/{await _host.Api.GivenAsync("/lists", new { name = "Bridges" })}/claims/{claim}", new { });
        await _host.Api.GivenOtherDeskAsync();
        _reader = await _host.AsAsync("reader", "Reader of lists");
    }

    public Task DisposeAsync() => _host.DisposeAsync();

    private IEnumerable<ApiRoute> Lists() => _host.Routes.Where(static route => route.Item is not null && IsSeeded(route));

    private static bool IsSeeded(ApiRoute route) => !EndpointTypes.Unseeded.Contains(route.UseCase.Name, StringComparer.Ordinal);

    // The route that answers what the list lists, or what its items add something to.
    private string AddressOf(ApiRoute list, JsonNode item)
    {
        var one = _host.Routes.Single(route => route.Method == HttpMethod.Get && route.Item is null
            && route.Answers.Any(answer => answer.Type == list.Item || (answer.Type is not null && answer.Type == list.Item!.BaseType)));
        var parts = one.Path.Split('/');
        parts[^1] = item["id"]!.ToString();
        return string.Join('/', parts).Replace("{id}", "1", StringComparison.Ordinal);
    }
}
