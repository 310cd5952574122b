using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class EditClaimTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task The_state_that_keeps_the_words_of_a_claim_is_told_in_plain_words()
    {
        var claim = await _api.GivenClaimAsync();
        var verdict = await _api.GivenDraftAsync(claim, "Unproven");
        await _api.MoveAsync(verdict, "submit");

        var answer = await _api.PatchAsync($"/claims/{claim}", new { text = "Other words." });

        Assert.Equal(
            (HttpStatusCode.Conflict, $"text cannot change under verdict {verdict}, which is in review: reject it first."),
            (answer.Status, (string?)answer.Json["detail"]));
    }

    [Fact]
    public async Task Members_left_out_stay_and_null_clears()
    {
        var claim = await GivenAsync();
        var before = (await _api.GetAsync($"/claims/{claim}")).Json;

        var patch = new { headline = "New", location = (string?)null, priority = (int?)null };
        var after = (await _api.PatchAsync($"/claims/{claim}", patch)).Json;

        Assert.Equal(("New", null, 0), ((string)after["headline"]!, (string?)after["location"], (int)after["priority"]!));
        foreach (var member in new[] { "text", "language", "claimDate", "claimants", "tags", "appearances", "attribution", "createdAt" })
        {
            Assert.Equal(before[member]!.ToJsonString(), after[member]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Lists_are_replaced_as_a_whole()
    {
        var claim = await GivenAsync();

        var patch = new { claimants = new[] { new { name = "Cy" } }, tags = new[] { "z", "a" }, appearances = (object?)null };
        var after = (await _api.PatchAsync($"/claims/{claim}", patch)).Json;

        Assert.Equal(["Cy"], after["claimants"]!.Texts("name"));
        Assert.Null(after["claimants"]![0]!["jobTitle"]);
        Assert.Equal("""["z","a"]""", after["tags"]!.ToJsonString());
        Assert.Equal("[]", after["appearances"]!.ToJsonString());
    }

    [Fact]
    public async Task An_edit_is_found_by_its_new_words_and_tags()
    {
        var claim = await GivenAsync();

        await _api.PatchAsync($"/claims/{claim}", new { text = "Worded quite anew.", tags = new[] { "anew" } });

        Assert.Equal([claim], (await _api.GetAsync("/claims?q=QUITE%20anew&tag=Anew")).Ids());
        Assert.DoesNotContain(claim, (await _api.GetAsync("/claims?tag=edit-one")).Ids());
    }

    [Fact]
    public async Task An_edit_moves_updatedAt_and_is_recorded()
    {
        var claim = await GivenAsync();
        host.Time.Advance(TimeSpan.FromMinutes(5));

        var after = (await _api.PatchAsync($"/claims/{claim}", new { priority = 3 })).Json;

        Assert.True(string.CompareOrdinal((string)after["updatedAt"]!, (string)after["createdAt"]!) > 0);
        Assert.Equal(["claim.created", "claim.edited"], await host.KindsAsync($"claim/{claim}"));
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_leaves_no_event()
    {
        var claim = await GivenAsync();
        var old = (await _api.GetAsync($"/claims/{claim}")).ETag;
        await _api.PatchAsync($"/claims/{claim}", new { headline = "Somebody else's" });

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PatchAsync($"/claims/{claim}", new { headline = "Mine" }, old);

            Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        });

        Assert.Empty(recorded);
        Assert.Equal("Somebody else's", (string)(await _api.GetAsync($"/claims/{claim}")).Json["headline"]!);
    }

    [Fact]
    public async Task An_external_id_that_another_claim_has_is_refused()
    {
        await _api.GivenAsync("/claims", new { text = "Has it.", externalApp = "edit", externalId = "1" });
        var claim = await GivenAsync();

        var answer = await _api.PatchAsync($"/claims/{claim}", new { externalApp = "edit", externalId = "1" });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
    }

    [Fact]
    public async Task A_claim_keeps_its_own_external_id()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "Keeps it.", externalApp = "edit", externalId = "2" });

        var answer = await _api.PatchAsync($"/claims/{claim}", new { externalId = "2", headline = "Kept" });

        Assert.Equal((HttpStatusCode.OK, "2"), (answer.Status, (string)answer.Json["externalId"]!));
    }

    [Theory]
    [InlineData("""{"text": null}""", "text")]
    [InlineData("""{"priority": -1}""", "priority")]
    [InlineData("""{"tags": [null]}""", "tags[0]")]
    [InlineData("""{"status": "published"}""", "status")]
    [InlineData("""{"sentenceIds": [1]}""", "sentenceIds")]
    public async Task An_invalid_edit_is_refused_by_field(string patch, string field)
    {
        var claim = await GivenAsync();

        var answer = await PatchAsync(claim, patch);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Theory]
    [InlineData("""{"text": "The tram is not free."}""", "text")]
    [InlineData("""{"claimants": [{"name": "Bo", "jobTitle": "Cook"}]}""", "claimants")]
    [InlineData("""{"claimants": null}""", "claimants")]
    [InlineData("""{"claimDate": null, "text": "The tram is."}""", "text, claimDate")]
    public async Task A_claim_is_not_reworded_under_a_verdict_in_review(string patch, string fields)
    {
        var claim = await GivenAsync();
        var verdict = await _api.GivenDraftAsync(claim, "Unproven");
        await _api.MoveAsync(verdict, "submit");

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await PatchAsync(claim, patch);

            Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/verdicts/{verdict}"), (answer.Status, (string)answer.Json["existing"]!));
            Assert.StartsWith(fields + " ", (string)answer.Json["detail"]!, StringComparison.Ordinal);
            Assert.Contains("reject it first", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        });

        Assert.Empty(recorded);
        await (await _api.Colleague!()).MoveAsync(verdict, "reject", new { comment = "The claim is worded wrongly." });
        Assert.Equal(HttpStatusCode.OK, (await PatchAsync(claim, patch)).Status);
    }

    [Fact]
    public async Task A_claim_is_not_reworded_under_an_approved_verdict()
    {
        var claim = await GivenAsync();
        await _api.ApproveAsync(await _api.GivenDraftAsync(claim, "Unproven"));

        var answer = await _api.PatchAsync($"/claims/{claim}", new { claimDate = "2026-01-02" });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("is approved", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("published")]
    [InlineData("superseded")]
    [InlineData("retracted")]
    public async Task A_claim_is_never_reworded_once_a_verdict_was_published(string state)
    {
        var claim = await GivenAsync();
        var verdict = await _api.GivenPublishedAsync(claim, "True");
        if (state == "retracted")
        {
            await _api.MoveAsync(verdict, "retract", new { reason = "It was wrong." });
        }
        else if (state == "superseded")
        {
            await _api.GivenCorrectionAsync(verdict, new { kind = "update", reason = "R", publicText = "P" });
        }

        await _api.MoveAsync(await _api.GivenDraftAsync(claim, "Unproven"), "submit");
        var answer = await _api.PatchAsync($"/claims/{claim}", new { text = "The tram was free." });

        Assert.Equal(state, (string)(await _api.GetAsync($"/verdicts/{verdict}")).Json["state"]!);
        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/verdicts/{verdict}"), (answer.Status, (string)answer.Json["existing"]!));
        Assert.Contains("make another claim", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal("The tram is free.", (string)(await _api.GetAsync($"/claims/{claim}")).Json["text"]!);
    }

    [Fact]
    public async Task A_claim_with_a_verdict_takes_other_edits_and_the_same_words_again()
    {
        var claim = await GivenAsync();
        await _api.GivenPublishedAsync(claim, "True");
        var now = (await _api.GetAsync($"/claims/{claim}")).Json;

        var answer = await _api.PatchAsync($"/claims/{claim}", new
        {
            text = now["text"],
            claimDate = now["claimDate"],
            claimants = now["claimants"],
            headline = "New",
            location = "There",
            tags = new[] { "new" },
            priority = 1,
            appearances = new[] { new { url = "https://b.example" } },
        });

        Assert.Equal((HttpStatusCode.OK, "New"), (answer.Status, (string)answer.Json["headline"]!));
    }

    [Fact]
    public async Task A_missing_claim_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PatchAsync("/claims/999999", new { priority = 1 })).Status);

    private Task<Answer> PatchAsync(long claim, string patch) =>
        _api.SendTextAsync(HttpMethod.Patch, $"/claims/{claim}", patch, "application/merge-patch+json");

    private Task<long> GivenAsync() => _api.GivenAsync("/claims", new
    {
        text = "The tram is free.",
        headline = "Old",
        language = "en",
        claimDate = "2026-01-01",
        location = "Here",
        priority = 9,
        claimants = new[] { new { name = "Al", jobTitle = "Clerk" }, new { name = "Bo", jobTitle = "Cook" } },
        tags = new[] { "edit-one", "edit-two" },
        appearances = new[] { new { url = "https://a.example" } },
        attribution = new[] { new { name = "Al", verb = "said" } },
    });
}
