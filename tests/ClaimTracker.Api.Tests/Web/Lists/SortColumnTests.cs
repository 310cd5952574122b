using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Lists;

/// <summary>Every list of things that are edited can be asked for what changed since an instant, in the order of the changes.</summary>
public sealed class SortColumnTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_list_shows_what_changed_since_an_instant_in_the_order_of_the_changes()
    {
        var api = host.Api;
        for (var i = 0; i < 3; i++)
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            await api.GivenArticleAsync($"There were {i} cranes.");
            var claim = await api.GivenClaimAsync();
            await api.GivenEvidenceAsync(claim, $"https://example.org/{i}");
            await api.GivenDraftAsync(claim, "True");
            await api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "Look." });
        }

        host.Time.Advance(TimeSpan.FromHours(1));
        await api.PatchAsync("/articles/1", new { byline = "Edited" });
        await api.PatchAsync("/claims/1", new { headline = "Edited" });
        await api.PatchAsync("/evidence/1", new { note = "Edited" });
        await api.PatchAsync("/sources/1", new { author = "Edited" });
        await api.PatchAsync("/verdicts/1", new { justification = "Edited." });
        await api.PatchAsync("/comments/1", new { text = "Edited." });

        foreach (var list in (string[])["/articles", "/claims", "/evidence", "/sources", "/verdicts", "/comments"])
        {
            Assert.Equal([2L, 3L, 1L], await api.WalkAsync($"{list}?sort=updatedAt"));
            Assert.Equal([1L, 3L, 2L], await api.WalkAsync($"{list}?sort=-updatedAt"));
            Assert.Equal([3L, 1L], (await api.GetAsync($"{list}?sort=updatedAt&updatedSince=2026-03-03T15:00:00Z")).Ids());
            Assert.Equal([1L], (await api.GetAsync($"{list}?updatedSince=2026-03-03T15:00:00.000001Z")).Ids());
            Assert.Empty((await api.GetAsync($"{list}?updatedSince=2026-03-03T16:00:01Z")).Items);
        }
    }
}
