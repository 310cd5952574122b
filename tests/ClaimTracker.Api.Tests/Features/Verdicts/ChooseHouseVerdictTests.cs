using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class ChooseHouseVerdictTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task An_editor_chooses_which_verdict_speaks_for_the_desk()
    {
        var claim = await _api.GivenClaimAsync();
        var (first, second) = (await _api.GivenPublishedAsync(claim, "True"), await _api.GivenPublishedAsync(claim, "False"));

        var recorded = await host.RecordedByAsync(async () =>
        {
            Assert.True((bool)(await _api.MoveAsync(second, "house")).Json["house"]!);
            await _api.MoveAsync(second, "house");
        });

        Assert.Equal([$"claim.house_changed claim/{claim}"], recorded);
        Assert.False((bool)(await _api.GetAsync($"/verdicts/{first}")).Json["house"]!);
        Assert.Equal(second, (long)(await _api.GetAsync($"/claims/{claim}")).Json["verdict"]!["id"]!);
    }

    [Fact]
    public async Task A_correction_of_another_verdict_does_not_become_the_house_verdict()
    {
        var claim = await _api.GivenClaimAsync();
        var (first, second) = (await _api.GivenPublishedAsync(claim, "True"), await _api.GivenPublishedAsync(claim, "False"));

        await _api.GivenCorrectionAsync(second, new { kind = "update", reason = "R", publicText = "P" });

        Assert.Equal(first, (long)(await _api.GetAsync($"/claims/{claim}")).Json["verdict"]!["id"]!);
    }

    [Fact]
    public async Task A_choice_with_a_stale_If_Match_is_refused()
    {
        var claim = await _api.GivenClaimAsync();
        await _api.GivenPublishedAsync(claim, "True");
        var chosen = await _api.GivenPublishedAsync(claim, "False");
        var old = (await _api.GetAsync($"/verdicts/{chosen}")).ETag;
        await _api.PatchAsync($"/verdicts/{chosen}", new { review = new { url = "https://checks.example/chosen" } });

        var stale = await _api.SendAsync(HttpMethod.Post, $"/verdicts/{chosen}/house", "If-Match", old);
        var fresh = await _api.SendAsync(
            HttpMethod.Post, $"/verdicts/{chosen}/house", "If-Match", (await _api.GetAsync($"/verdicts/{chosen}")).ETag);

        Assert.Equal([HttpStatusCode.PreconditionFailed, HttpStatusCode.OK], [stale.Status, fresh.Status]);
    }

    [Fact]
    public async Task Only_a_published_verdict_speaks_for_the_desk()
    {
        var draft = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");

        Assert.Equal(["submit"], (await _api.PostAsync($"/verdicts/{draft}/house")).Moves());
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PostAsync("/verdicts/999999/house")).Status);
    }
}
