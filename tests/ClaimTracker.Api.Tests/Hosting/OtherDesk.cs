using ClaimTracker.Api.Tests.Features.Imports;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>What others publish, on a host that tests ask of everything.</summary>
internal static class OtherDesk
{
    private const int LongestWait = 300;

    /// <summary>Imports a review, and subscribes to a feed that is not there.</summary>
    public static async Task GivenOtherDeskAsync(this ApiDriver api)
    {
        await api.ImportAsync(
            """{"@type":"ClaimReview","url":"https://checks.example/1","claimReviewed":"Tides.","reviewRating":{"name":"False"}}""",
            "format=claimreview",
            "application/json");
        var subscription = await api.GivenAsync("/subscriptions", new { feedUrl = "http://127.0.0.1:1/feed.json" });
        for (var wait = 0; wait < LongestWait; wait++)
        {
            if ((string)(await api.GetAsync($"/subscriptions/{subscription}")).Json["state"]! == "waiting")
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The feed is not fetched.");
    }
}
