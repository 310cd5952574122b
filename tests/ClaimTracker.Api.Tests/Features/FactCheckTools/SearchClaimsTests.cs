using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.FactCheckTools;

/// <summary>A client of Google's Fact Check Tools API, which only changed its base address.</summary>
public sealed class SearchClaimsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_claim_is_found_with_its_review()
    {
        var claimants = new[] { new { name = "Bo" } };
        var claim = await _api.GivenAsync(
            "/claims", new { text = "The lighthouse leans.", language = "en-GB", claimDate = "2026-02-03", claimants });
        await _api.GivenPublishedAsync(claim, "False");

        var found = Assert.Single((await AskAsync("query=lighthouse&languageCode=en&key=AIza")).AsArray());

        Assert.Equal(("The lighthouse leans.", "Bo", "2026-02-03T00:00:00Z"), (
            (string)found!["text"]!, (string)found["claimant"]!, (string)found["claimDate"]!));
        var review = Assert.Single(found["claimReview"]!.AsArray())!;
        Assert.Equal(("False", "2026-03-03T12:00:00Z", "en-GB"), (
            (string)review["textualRating"]!, (string)review["reviewDate"]!, (string)review["languageCode"]!));
        Assert.Empty((await AskAsync("query=lighthouse&languageCode=de")).AsArray());
        Assert.Empty((await AskAsync("query=lighthouse&reviewPublisherSiteFilter=other.example")).AsArray());
        Assert.Single((await AskAsync("query=lighthouse&reviewPublisherSiteFilter=127.0.0.1")).AsArray());
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        for (var i = 0; i < 3; i++)
        {
            await _api.GivenPublishedAsync(await _api.GivenClaimAsync($"Windmill number {i} turns."), "False");
        }

        var first = await _api.GetAsync("/v1alpha1/claims:search?query=windmill&pageSize=2");
        var second = await _api.GetAsync(
            $"/v1alpha1/claims:search?query=windmill&pageSize=2&pageToken={(string)first.Json["nextPageToken"]!}");

        Assert.Equal(
            ["Windmill number 2 turns.", "Windmill number 1 turns.", "Windmill number 0 turns."],
            first.Json["claims"]!.AsArray().Concat(second.Json["claims"]!.AsArray()).Select(c => (string)c!["text"]!),
            StringComparer.Ordinal);
        Assert.Null(second.Json["nextPageToken"]);
    }

    [Fact]
    public async Task Old_reviews_are_left_out_on_request()
    {
        await _api.GivenPublishedAsync(await _api.GivenClaimAsync("The quarry is old."), "True");
        host.Time.Advance(TimeSpan.FromDays(10));

        Assert.Empty((await AskAsync("query=quarry&maxAgeDays=5")).AsArray());
        Assert.Single((await AskAsync("query=quarry&maxAgeDays=20")).AsArray());
        Assert.Single((await AskAsync($"query=quarry&maxAgeDays={Limits.AgeDays}")).AsArray());
        Assert.NotNull((await _api.GetAsync($"/v1alpha1/claims:search?query=a&maxAgeDays={Limits.AgeDays + 1}")).Error("maxAgeDays"));
    }

    [Theory]
    [InlineData("", "query")]
    [InlineData("query=a&pageToken=x", "pageToken")]
    [InlineData("query=a&maxAgeDays=0", "maxAgeDays")]
    [InlineData("query=a&pageSize=501", "pageSize")]
    public async Task What_cannot_be_asked_is_refused(string query, string field)
    {
        var refused = await _api.GetAsync("/v1alpha1/claims:search?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.Error(field));
    }

    private async Task<JsonNode> AskAsync(string query) =>
        JsonNode.Parse(await _api.Http.GetStringAsync("/v1alpha1/claims:search?" + query))!["claims"]!;
}
