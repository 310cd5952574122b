using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Verdicts;

/// <summary>Ratings and scales in filters, one or several.</summary>
public sealed class AskedRatingsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Several_ratings_find_the_verdicts_with_any_of_them()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "Rated.", tags = new[] { "several" } });
        long[] verdicts = [await _api.GivenDraftAsync(claim, "True"), await _api.GivenDraftAsync(claim, "False")];
        await _api.GivenDraftAsync(claim, "Unproven");

        Assert.Equal(
            verdicts.Reverse(),
            (await _api.GetAsync("/verdicts?tag=several&rating=true,1&scale=1,truth&state=draft,published")).Ids());
        Assert.Empty((await _api.GetAsync("/verdicts?tag=several&rating=4")).Items);
    }

    [Fact]
    public async Task A_name_that_has_commas_in_it_is_asked_for_alone()
    {
        await _api.GivenAsync("/rating-scales", new
        {
            name = "Fair, square",
            ratings = new[] { new { name = "True, but misleading", needsEvidence = false }, new { name = "Wrong", needsEvidence = false } },
        });
        var claim = await _api.GivenAsync("/claims", new { text = "Rated.", tags = new[] { "Rome, Italy" } });
        var verdict = await _api.GivenAsync(
            $"/claims/{claim}/verdicts", new { rating = "True, but misleading", scale = "Fair, square", justification = "J" });

        foreach (var filter in (string[])["rating=True,%20but%20misleading", "scale=fair,%20SQUARE", "tag=rome,%20italy"])
        {
            Assert.Equal([verdict], (await _api.GetAsync($"/verdicts?{filter}")).Ids());
        }
    }

    [Theory]
    [InlineData("/verdicts?rating=False,Fals", "rating", "there is no Fals. There are False, Mostly false, ")]
    [InlineData("/claims?rating=0.5", "rating", "there is no 0.5. There are False, ")]
    [InlineData("/exports/verdicts.csv?rating=NaN", "rating", "there is no NaN. ")]
    [InlineData("/exports/verdicts.jsonl?scale=1,99", "scale", "there is no 99. There are Truth")]
    [InlineData("/verdicts?scale=1e0", "scale", "there is no 1e0. ")]
    public async Task A_rating_or_scale_that_there_is_not_is_refused_with_those_that_there_are(string path, string field, string message)
    {
        var answer = await host.RefusesAsync(
            new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path), HttpStatusCode.BadRequest, field);

        Assert.Contains(message, answer.Error(field), StringComparison.Ordinal);
    }
}
