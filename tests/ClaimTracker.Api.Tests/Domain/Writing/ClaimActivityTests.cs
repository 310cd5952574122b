using System.Net;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Writing;

/// <summary>What moves the activity of a claim, and the claims that nobody does anything about.</summary>
public sealed class ClaimActivityTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Whatever_is_done_about_a_claim_moves_its_activity_and_that_of_no_other()
    {
        await host.AsAsync("editor", "Ada of activity");
        var (_, sentences) = await _api.GivenArticleAsync("The activity of claims moves here.");
        var other = await _api.GivenClaimAsync("Nothing is done about this one.");
        var claim = await _api.GivenClaimAsync("Much is done about this one.");
        var (before, evidence, verdict, comment) = (await ActivityAsync(other), 0L, 0L, 0L);
        foreach (var (what, act) in (IEnumerable<(string, Func<Task>)>)
        [
            ("edited", () => _api.PatchAsync($"/claims/{claim}", new { headline = "Moved" })),
            ("assigned", () => _api.PutAsync($"/claims/{claim}/assignee", new { assignee = "Ada of activity" })),
            ("linked to a sentence", () => _api.PutAsync($"/sentences/{sentences[0]}/claims/{claim}", new { })),
            ("given evidence", async () => evidence = await _api.GivenEvidenceAsync(claim)),
            ("its evidence edited", () => _api.PatchAsync($"/evidence/{evidence}", new { note = "See there." })),
            ("its evidence relinked", () => _api.PutAsync($"/evidence/{evidence}/claims/{claim}", new { stance = "refutes" })),
            ("judged", async () => verdict = await _api.GivenDraftAsync(claim, "True")),
            ("its draft edited", () => _api.PatchAsync($"/verdicts/{verdict}", new { justification = "Another." })),
            ("its draft submitted", () => _api.MoveAsync(verdict, "submit")),
            ("commented", async () => comment = await _api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "Who?" })),
            ("its comment edited", () => _api.PatchAsync($"/comments/{comment}", new { resolved = true })),
            ("its verdict commented", () => _api.GivenAsync("/comments", new { subject = $"verdict/{verdict}", text = "Why?" })),
            ("its evidence commented", () => _api.GivenAsync("/comments", new { subject = $"evidence/{evidence}", text = "Where?" })),
            ("its evidence unlinked", () => _api.DeleteAsync($"/evidence/{evidence}/claims/{claim}")),
            ("unlinked from a sentence", () => _api.DeleteAsync($"/sentences/{sentences[0]}/claims/{claim}")),
        ])
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            await act();
            Assert.True(await ActivityAsync(claim) == host.Time.GetUtcNow(), $"A claim that was {what} did not move.");
        }

        Assert.Equal(before, await ActivityAsync(other));
    }

    [Fact]
    public async Task A_comment_does_not_stand_in_the_way_of_an_edit()
    {
        var claim = await _api.GivenClaimAsync("It is edited while others talk.");
        var read = await _api.GetAsync($"/claims/{claim}");
        var tag = (string)(await _api.GetAsync($"/claims?ids={claim}&etags=true")).Items[0]!["etag"]!;
        host.Time.Advance(TimeSpan.FromHours(1));
        await _api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "By the way." });

        Assert.Null(read.Json["activityAt"]);
        Assert.Equal(read.ETag, tag);
        Assert.Equal(HttpStatusCode.OK, (await _api.PatchAsync($"/claims/{claim}", new { headline = "Edited" }, read.ETag)).Status);
    }

    [Fact]
    public async Task Claims_are_listed_by_what_was_done_last()
    {
        long[] claims = [await GivenAsync("by activity"), await GivenAsync("by activity"), await GivenAsync("by activity")];
        host.Time.Advance(TimeSpan.FromHours(1));
        await _api.GivenEvidenceAsync(claims[1]);
        var since = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromHours(1));
        await _api.GivenAsync("/comments", new { subject = $"claim/{claims[0]}", text = "Look." });

        Assert.Equal([claims[0], claims[1], claims[2]], await _api.WalkAsync("/claims?tag=by%20activity&sort=-activityAt"));
        Assert.Equal([claims[2], claims[1], claims[0]], await _api.WalkAsync("/claims?tag=by%20activity&sort=activityAt"));
        Assert.Equal([claims[1], claims[0]], (await _api.GetAsync(
            $"/claims?tag=by%20activity&activeSince={since:yyyy-MM-dd'T'HH:mm:ss'Z'}")).Ids());
        Assert.Empty((await _api.GetAsync($"/claims?tag=by%20activity&updatedSince={since:yyyy-MM-dd'T'HH:mm:ss'Z'}")).Items);
    }

    [Fact]
    public async Task Idle_claims_are_those_that_are_not_done_and_that_nobody_did_anything_about()
    {
        long[] claims = [await GivenAsync("idle"), await GivenAsync("idle"), await GivenAsync("idle")];
        await _api.GivenPublishedAsync(claims[0], "True");
        host.Time.Advance(TimeSpan.FromDays(14) - TimeSpan.FromHours(1));
        Assert.Empty((await _api.GetAsync("/claims?tag=idle&idle=P14D")).Items);

        host.Time.Advance(TimeSpan.FromHours(1));
        await _api.GivenAsync("/comments", new { subject = $"claim/{claims[1]}", text = "I am on it." });

        foreach (var idle in (string[])["P14D", "P2W", "PT336H", "P13DT24H", "PT1H"])
        {
            Assert.Equal([claims[2]], (await _api.GetAsync($"/claims?tag=idle&idle={idle}")).Ids());
        }

        Assert.Empty((await _api.GetAsync("/claims?tag=idle&idle=P14DT1H")).Items);
        Assert.Empty((await _api.GetAsync($"/claims?tag=idle&idle=P{Limits.IdleDays}D")).Items);
        Assert.Equal(
            System.Net.HttpStatusCode.BadRequest, (await _api.GetAsync($"/claims?idle=P{Limits.IdleDays + 1}D")).Status);
    }

    [Theory]
    [InlineData("14")]
    [InlineData("14D")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P0D")]
    [InlineData("P1M")]
    [InlineData("P1W2D")]
    [InlineData("P-1D")]
    [InlineData("p14d")]
    [InlineData("P14DT")]
    [InlineData("P3651D")]
    [InlineData("PT999999H")]
    public async Task A_duration_that_is_none_is_refused(string idle)
    {
        var answer = await host.RefusesAsync(
            new HttpRequestMessage(HttpMethod.Get, $"/api/v1/claims?idle={idle}"), HttpStatusCode.BadRequest, "idle");

        Assert.StartsWith("must be a duration such as P14D", answer.Error("idle"), StringComparison.Ordinal);
    }

    private Task<long> GivenAsync(string tag) => _api.GivenAsync("/claims", new { text = "Something is the case.", tags = new[] { tag } });

    private async Task<DateTimeOffset> ActivityAsync(long claim) =>
        (DateTimeOffset)(await _api.GetAsync($"/claims?ids={claim}&fields=activityAt")).Items[0]!["activityAt"]!;
}
