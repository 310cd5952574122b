using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Sources;

public sealed class ListSourcesTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Theory]
    [InlineData("q=%22WATER%20levels%22")]
    [InlineData("url=http%3A%2F%2Fwww.water.example%2Flevels%2F")]
    [InlineData("publisher=Water%20Board")]
    [InlineData("medium=dataset")]
    [InlineData("kind=expert")]
    [InlineData("medium=dataset&kind=expert&q=levels")]
    public async Task A_filter_shows_the_sources_that_pass_it(string filter)
    {
        var wanted = (await _api.PostAsync("/sources", new
        {
            url = "https://water.example/levels",
            title = "Water  levels of 2025",
            publisher = "Water Board",
            medium = "dataset",
            kind = "expert",
        })).Id;
        await _api.GivenAsync("/sources", new { title = "Water and levels", medium = "pdf", kind = "primary" });

        Assert.Equal([wanted], (await _api.GetAsync("/sources?" + filter)).Ids());
        Assert.Equal(1, await _api.CountAsync("/sources?" + filter));
    }

    [Fact]
    public async Task Sources_are_listed_newest_first_unless_sort_says_otherwise()
    {
        List<long> ids = [];
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await _api.GivenAsync("/sources", new { title = $"Paged source {i}", publisher = "Paged" }));
        }

        Assert.Equal(ids, await _api.WalkAsync("/sources?publisher=Paged&sort=id"));
        Assert.Equal(ids.AsEnumerable().Reverse(), await _api.WalkAsync("/sources?publisher=Paged"));
    }

    [Theory]
    [InlineData("sort=title", "sort")]
    [InlineData("medium=book", "medium")]
    [InlineData("url=water", "url")]
    public async Task An_invalid_filter_is_refused_by_field(string query, string field)
    {
        var answer = await _api.GetAsync("/sources?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }
}
