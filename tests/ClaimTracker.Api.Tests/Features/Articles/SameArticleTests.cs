using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class SameArticleTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task The_same_text_again_gives_the_article_that_has_it()
    {
        var first = await _api.PostAsync("/articles", new { text = "The dam holds 30 million tonnes." });
        var second = await _api.PostAsync("/articles", new { text = "The dam holds 30 million tonnes." });

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal((first.Id, first.Text), (second.Id, second.Text));
        Assert.Equal($"/api/v1/articles/{first.Id}", second.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("HTTP://www.Dam.Example:80/a/?utm_source=x#top")]
    [InlineData("https://dam.example/a?fbclid=1")]
    public async Task Another_text_at_the_same_address_is_refused_in_any_spelling_of_it(string spelling)
    {
        await _api.PostAsync("/articles", new { text = "The address was taken in 1990.", url = "https://dam.example/a" });
        var taken = (await _api.GetAsync("/articles?url=https://dam.example/a")).Ids()[0];

        var answer = await _api.PostAsync("/articles", new { text = "Other words at one address.", url = spelling });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal($"/api/v1/articles/{taken}", (string)answer.Json["existing"]!);
        Assert.Contains($"Article {taken} ", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_text_and_address_in_another_spelling_is_the_same_article()
    {
        var first = await _api.PostAsync("/articles", new { text = "One text, one page.", url = "https://www.one.example/page/" });
        var second = await _api.PostAsync("/articles", new { text = "One text, one page.", url = "http://one.example/page" });

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task The_same_text_at_another_address_is_another_article()
    {
        var first = await _api.PostAsync("/articles", new { text = "A wire story has many homes.", url = "https://a.example/wire" });
        var second = await _api.PostAsync("/articles", new { text = "A wire story has many homes.", url = "https://b.example/wire" });

        Assert.Equal(HttpStatusCode.Created, second.Status);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task An_external_id_that_another_article_has_is_refused()
    {
        var first = await _api.PostAsync("/articles", new { text = "The first has the id.", externalApp = "cms", externalId = "E-1" });
        var second = await _api.PostAsync("/articles", new { text = "The second wants the id.", externalApp = "cms", externalId = "E-1" });

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal($"/api/v1/articles/{first.Id}", (string)second.Json["existing"]!);
        Assert.Contains("E-1 of cms", (string)second.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_external_id_of_another_app_is_no_conflict()
    {
        await _api.PostAsync("/articles", new { text = "The id of one app.", externalApp = "cms", externalId = "E-2" });
        var second = await _api.PostAsync("/articles", new { text = "The id of another app.", externalApp = "bot", externalId = "E-2" });

        Assert.Equal(HttpStatusCode.Created, second.Status);
    }

    [Fact]
    public async Task A_refused_article_leaves_no_event()
    {
        await _api.PostAsync("/articles", new { text = "This page stands.", url = "https://refused.example/" });

        var recorded = await host.RecordedByAsync(
            () => _api.PostAsync("/articles", new { text = "This page differs.", url = "https://refused.example/" }));

        Assert.Empty(recorded);
    }
}
