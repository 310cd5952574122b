using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Evidence;

public sealed class EditEvidenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Members_left_out_stay_and_null_clears_inside_the_locator_too()
    {
        var claim = await _api.GivenClaimAsync();
        var evidence = await _api.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { title = "T" },
            excerpt = "Old.",
            stance = "supports",
            note = "N",
            locator = new { page = "1", section = "2" },
        });

        var patch = new { note = (string?)null, locator = new { page = (string?)null, cell = "C3" } };
        var answer = await _api.PatchAsync($"/evidence/{evidence}", patch);

        Assert.Equal(("Old.", null), ((string)answer.Json["excerpt"]!, (string?)answer.Json["note"]));
        Wire.Same(new { page = (string?)null, timestamp = (string?)null, section = "2", cell = "C3" }, answer.Json["locator"]);
        Assert.Equal(["evidence.created", "evidence.linked", "evidence.edited"], await host.KindsAsync($"evidence/{evidence}"));
    }

    [Fact]
    public async Task An_edit_changes_no_verdict_that_cites_it()
    {
        var claim = await _api.GivenClaimAsync();
        var verdict = await _api.GivenPublishedAsync(claim, "True");
        var before = await _api.GetAsync($"/verdicts/{verdict}");
        var cited = before.Json["evidence"]![0]!;

        await _api.PatchAsync($"/evidence/{(long)cited["id"]!}", new { excerpt = "Quite other words.", locator = new { page = "9" } });
        await _api.PutAsync($"/evidence/{(long)cited["id"]!}/claims/{claim}", new { stance = "refutes" });
        await _api.PatchAsync($"/sources/{(long)cited["source"]!["id"]!}", new { title = "Another title" });

        Assert.Equal(before.Text, (await _api.GetAsync($"/verdicts/{verdict}")).Text);
    }

    [Fact]
    public async Task A_stale_edit_and_an_empty_excerpt_are_refused()
    {
        var evidence = await _api.GivenEvidenceAsync(await _api.GivenClaimAsync());
        var old = (await _api.GetAsync($"/evidence/{evidence}")).ETag;
        await _api.PatchAsync($"/evidence/{evidence}", new { note = "Fresh" });

        var late = await _api.PatchAsync($"/evidence/{evidence}", new { note = "Mine" }, old);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.NotNull((await _api.PatchAsync($"/evidence/{evidence}", new { excerpt = (string?)null })).Error("excerpt"));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PatchAsync("/evidence/999999", new { note = "None" })).Status);
    }

    [Fact]
    public async Task A_record_that_a_verdict_cites_is_not_deleted()
    {
        var claim = await _api.GivenClaimAsync();
        var (cited, free) = (await _api.GivenEvidenceAsync(claim), 0L);
        var verdict = await _api.GivenDraftAsync(claim, "True");
        free = await _api.GivenEvidenceAsync(claim);

        var refused = await _api.DeleteAsync($"/evidence/{cited}");
        var deleted = await _api.DeleteAsync($"/evidence/{free}");

        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/verdicts/{verdict}"), (refused.Status, (string)refused.Json["existing"]!));
        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/evidence/{free}")).Status);
        Assert.Equal(
            ["evidence.created", "evidence.linked", "evidence.unlinked", "evidence.deleted"], await host.KindsAsync($"evidence/{free}"));
    }
}
