using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Subscriptions;

public sealed class SubscriptionTests : IAsyncLifetime
{
    private const int LongestWait = 300;

    private FeedServer _feed = null!;

    public async Task InitializeAsync() => _feed = await FeedServer.StartAsync();

    public async Task DisposeAsync() => await _feed.DisposeAsync();

    [Fact]
    public async Task The_reviews_of_another_desk_come_in_at_once_and_again_when_they_change()
    {
        _feed.Feed = Feed("The crane fell.", "False");
        await OnAsync("127.0.0.1", async api =>
        {
            var made = await api.PostAsync("/subscriptions", new { feedUrl = _feed.Address, name = "The other desk" });
            Assert.Equal(HttpStatusCode.Created, made.Status);
            Assert.Equal(made.Id, (await api.PostAsync("/subscriptions", new { feedUrl = _feed.Address })).Id);

            Assert.Equal(
                HttpStatusCode.Conflict, (await api.PostAsync("/subscriptions", new { feedUrl = _feed.Address, name = "Another" })).Status);

            var fetched = await FetchedAsync(api, made.Id);
            Assert.Equal((null, 1), ((string?)fetched["problem"], (int)fetched["taken"]!));
            var review = (await api.GetAsync("/imported-reviews")).Items.Single()!;
            Assert.Equal(("The crane fell.", _feed.Address), ((string?)review["claim"], (string?)review["feedUrl"]));

            await AgainAsync(api, made.Id);
            Assert.Equal([200, 304], _feed.Answered);

            _feed.Feed = Feed("The crane fell.", "Half true");
            var changed = await AgainAsync(api, made.Id);
            Assert.Equal(2, (int)changed["taken"]!);
            Assert.Equal("mixed", (string?)(await api.GetAsync("/imported-reviews")).Items.Single()!["normalised"]);

            Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync($"/subscriptions/{made.Id}")).Status);
            Assert.Single((await api.GetAsync("/imported-reviews")).Items);
            Assert.Empty((await api.GetAsync("/subscriptions")).Items);
            Assert.Equal(
                ["subscription.deleted", "subscription.created"],
                (await api.GetAsync($"/history?subject=subscription/{made.Id}")).Items.Select(static one => (string)one!["kind"]!),
                StringComparer.Ordinal);
        });
    }

    [Fact]
    public async Task Two_feeds_that_tell_of_a_review_in_different_words_do_not_replace_each_other()
    {
        await using var second = await FeedServer.StartAsync();
        _feed.Feed = Feed("The crane fell.", "False");
        second.Feed = """
            {"claims":[{"text":"The crane fell.","claimReview":[{"url":"https://other.example/1","textualRating":"It is false"}]}]}
            """;
        await OnAsync("127.0.0.1", async api =>
        {
            var ids = new List<long>();
            foreach (var address in (string[])[_feed.Address, second.Address])
            {
                ids.Add((await api.PostAsync("/subscriptions", new { feedUrl = address })).Id);
                await FetchedAsync(api, ids[^1]);
            }

            _feed.Feed += " ";
            await AgainAsync(api, ids[0]);

            Assert.Equal("False", (string?)Assert.Single((await api.GetAsync("/imported-reviews?replaced=true")).Items)!["rating"]);
        });
    }

    [Fact]
    public async Task What_goes_wrong_stands_at_the_subscription()
    {
        _feed.Status = 503;
        await OnAsync("127.0.0.1", async api =>
        {
            var id = (await api.PostAsync("/subscriptions", new { feedUrl = _feed.Address })).Id;
            var failed = await FetchedAsync(api, id);
            Assert.Equal("It answered 503.", (string?)failed["problem"]);
            Assert.True((DateTimeOffset)failed["nextAt"]! >= (DateTimeOffset)failed["fetchedAt"]! + TimeSpan.FromHours(2));

            (_feed.Status, _feed.Feed) = (200, "<html>no feed</html>");
            Assert.Contains("no JSON", (string?)(await AgainAsync(api, id))["problem"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_feed_that_is_too_long_is_left_alone()
    {
        _feed.Feed = new string(' ', Limits.FeedBytes + 1);
        await OnAsync("127.0.0.1", async api =>
        {
            var id = (await api.PostAsync("/subscriptions", new { feedUrl = _feed.Address })).Id;
            Assert.Equal("It is longer than 268,435,456 bytes.", (string?)(await FetchedAsync(api, id))["problem"]);
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://127.0.0.1:1/")]
    public async Task The_network_of_the_house_is_not_reached_by_an_address_or_a_redirect(string? redirect)
    {
        _feed.Redirect = redirect;
        await OnAsync(redirect is null ? "" : "localhost", async api =>
        {
            var address = redirect is null ? _feed.Address : _feed.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
            var id = (await api.PostAsync("/subscriptions", new { feedUrl = address })).Id;

            var refused = await FetchedAsync(api, id);

            Assert.Equal("It cannot be fetched: 127.0.0.1 has no address on the internet.", (string?)refused["problem"]);
        });
    }

    [Fact]
    public async Task More_than_the_most_are_refused()
    {
        await OnAsync("", async api =>
        {
            for (var i = 0; i < Limits.Subscriptions; i++)
            {
                await api.GivenAsync("/subscriptions", new { feedUrl = $"http://127.0.0.1:1/{i}" });
            }

            var refused = await api.PostAsync("/subscriptions", new { feedUrl = "http://127.0.0.1:1/more" });
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("200 subscriptions", (string?)refused.Json["detail"], StringComparison.Ordinal);
        });
    }

    private static string Feed(string claim, string rating) => $$"""
        {"@context":"https://schema.org","@type":"DataFeed","dataFeedElement":[{"@type":"DataFeedItem","item":[
          {"@type":"ClaimReview","url":"https://other.example/1","claimReviewed":"{{claim}}",
           "reviewRating":{"alternateName":"{{rating}}"} }]}]}
        """;

    private static async Task OnAsync(string hosts, Func<ApiDriver, Task> use)
    {
        await using var store = await TestEngine.Current.NewAsync();
        var settings = store.Settings(ApiHost.Key, ("Outbound:PrivateHosts", hosts));
        await using var app = await Service.StartAsync(settings, demo: false, TimeProvider.System);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", ApiHost.Key);
        await use(new ApiDriver(http));
    }

    private static async Task<JsonNode> AgainAsync(ApiDriver api, long id)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await api.PostAsync($"/subscriptions/{id}/fetch")).Status);
        return await FetchedAsync(api, id);
    }

    private static async Task<JsonNode> FetchedAsync(ApiDriver api, long id)
    {
        for (var wait = 0; wait < LongestWait; wait++)
        {
            var now = (await api.GetAsync($"/subscriptions/{id}")).Json;
            if ((string)now["state"]! == "waiting")
            {
                return now;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"Subscription {id} is not fetched.");
    }
}
