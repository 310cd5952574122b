using System.Net;
using ClaimTracker.Api.Tests.Features.Exports;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class ListClaimVerdictsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Verdicts_in_force_at_an_instant_are_shown_as_they_were_then()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "In force.", tags = new[] { "in-force" } });
        var reader = await host.AsAsync("reader", "Rita looks back");
        var before = Later();
        var old = await _api.GivenPublishedAsync(claim, "False");
        var first = Later();
        var beside = await _api.GivenPublishedAsync(claim, "True");
        var both = Later();
        var corrected = await _api.GivenCorrectionAsync(
            old, new { kind = "correction", reason = "R", publicText = "P", rating = "Half true" });
        var after = Later();
        await _api.MoveAsync(corrected, "retract", new { reason = "Wrong too." });
        var last = Later();
        await _api.GivenDraftAsync(claim, "True");

        foreach (var who in (ApiDriver[])[_api, reader])
        {
            Assert.Equal("", await InForceAsync(who, claim, before));
            Assert.Equal($"{old} published house", await InForceAsync(who, claim, first));
            Assert.Equal($"{old} published house, {beside} published", await InForceAsync(who, claim, both));
            Assert.Equal($"{beside} published, {corrected} published house", await InForceAsync(who, claim, after));
            Assert.Equal($"{beside} published house", await InForceAsync(who, claim, last));
        }

        Assert.Equal([beside, old], (await _api.GetAsync($"/verdicts?tag=in-force&asOf={both}")).Ids());
        var rows = CsvReader.Read((await _api.GetAsync($"/exports/verdicts.csv?tag=in-force&asOf={both}")).Text).Skip(1).Select(
            row => $"{row[0]} {row[9]}");
        Assert.Equal([$"{old} published", $"{beside} published"], rows, StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_instant_can_be_combined_with_no_state_but_published()
    {
        var claim = await _api.GivenClaimAsync();

        Assert.NotNull((await _api.GetAsync($"/claims/{claim}/verdicts?state=draft&asOf=2026-01-01T00:00:00Z")).Error("state"));
        Assert.NotNull((await _api.GetAsync($"/claims/{claim}/verdicts?asOf=yesterday")).Error("asOf"));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/claims/999999/verdicts?asOf=2026-01-01T00:00:00Z")).Status);
    }

    // Returns the present instant, and lets time pass, so that whatever is done next is done later.
    private string Later()
    {
        var now = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        return $"{now:yyyy-MM-ddTHH:mm:ssZ}";
    }

    private static async Task<string> InForceAsync(ApiDriver who, long claim, string instant)
    {
        var list = await who.GetAsync($"/claims/{claim}/verdicts?count=true&asOf={instant}");
        Assert.Equal(list.Items.Count, (int)list.Json["total"]!);
        Assert.All(list.Items, static v => Assert.True(v!["supersededBy"] is null && v["retraction"] is null));
        return string.Join(", ", list.Items.Select(static v => $"{v!["id"]} {v["state"]}{((bool)v["house"]! ? " house" : "")}"));
    }
}
