using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class DraftVerdictTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Every_column_of_a_verdict_is_read()
    {
        var claimant = new { name = "C", jobTitle = "D", sameAs = "https://c.example/", imageUrl = "https://c.example/i.png" };
        var claim = await _api.GivenAsync("/claims", new { text = "A.", claimants = new[] { claimant }, claimDate = "2025-02-03" });
        await _api.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new
            {
                url = "https://cited.example/",
                title = "T",
                author = "A",
                publisher = "P",
                publishedOn = "2025-01-01",
                accessedOn = "2026-03-02",
                archivedUrl = "https://copies.example/cited",
                medium = "pdf",
                kind = "primary",
                confidential = true,
            },
            excerpt = "E",
            locator = new { page = "1", timestamp = "2", section = "3", cell = "4" },
            stance = "context",
            set = 2,
            note = "N",
            publicNote = "O",
        });
        var old = await _api.GivenPublishedAsync(claim, "False");
        var correction = new
        {
            kind = "clarification",
            reason = "W",
            publicText = "P",
            rating = "True",
            justification = "J",
            validAsOf = "2026-01-31",
            reviewDue = "2027-01-31",
        };
        var verdict = await _api.GivenCorrectionAsync(old, correction);
        await _api.PatchAsync($"/verdicts/{verdict}", new { review = new { url = "https://r.example/", title = "R" } });
        var newest = (await _api.MoveAsync(verdict, "corrections", correction)).Id;

        var read = (await _api.GetAsync($"/verdicts/{verdict}")).Json.AsObject();

        Assert.Equal(2, read["evidence"]!.AsArray().Count);
        Wire.HasNoDefaults(read["evidence"]![0]);
        Assert.True(read.Remove("evidence") && read.Remove("retraction", out var retraction) && retraction is null);
        Assert.True(read.Remove("lines", out var lines) && lines is null); // Only in the list of an article.
        Assert.True(read.Remove("origin", out var origin) && origin is null); // Only of one that was imported.
        Assert.True(read.Remove("originAuthor", out var author) && author is null);
        Wire.HasNoDefaults(read);
        Wire.Same(
            new
            {
                id = verdict,
                claimId = claim,
                claim = new { id = claim, text = "A.", claimants = new[] { claimant }, claimDate = "2025-02-03" },
                number = 2,
                scale = new { id = 1, name = "Truth", worst = 1, best = 5 },
                rating = new { name = "True", value = 5 },
                justification = "J",
                evidenceCount = 2,
                state = "published",
                author = "admin (configured)",
                reviewer = "Colleague",
                validAsOf = "2026-01-31",
                reviewDue = "2027-01-31",
                house = true,
                supersedes = old,
                supersededBy = newest,
                correction = new { kind = "clarification", reason = "W", publicText = "P" },
                review = new { url = "https://r.example/", title = "R" },
                createdAt = "2026-03-03T12:00:00Z",
                updatedAt = "2026-03-03T12:00:00Z",
                publishedAt = "2026-03-03T12:00:00Z",
            },
            read);
    }

    [Theory]
    [InlineData("\"mostly  FALSE\"", "Mostly false")]
    [InlineData("2", "Mostly false")]
    [InlineData("5.0", "True")]
    [InlineData("\"Unproven\"", "Unproven")]
    public async Task A_rating_is_named_by_its_name_or_its_value(string rating, string name)
    {
        var claim = await _api.GivenClaimAsync();

        var answer = await _api.SendTextAsync(
            HttpMethod.Post, $"/claims/{claim}/verdicts", $$"""{"rating": {{rating}}, "justification": "J"}""");

        Assert.Equal(
            (HttpStatusCode.Created, name, "draft"),
            (answer.Status, (string)answer.Json["rating"]!["name"]!, (string)answer.Json["state"]!));
        Assert.Equal($"/api/v1/verdicts/{answer.Id}", answer.Headers.Location!.ToString());
        Assert.Equal(["verdict.drafted"], await host.KindsAsync($"verdict/{answer.Id}"));
    }

    [Fact]
    public async Task An_unknown_rating_is_refused_with_the_ratings_of_the_scale()
    {
        var answer = await _api.PostAsync(
            $"/claims/{await _api.GivenClaimAsync()}/verdicts", new { rating = "Bogus", justification = "J" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(
            "must be one of False (1), Mostly false (2), Half true (3), Mostly true (4), True (5), Unproven", answer.Error("rating"));
    }

    [Fact]
    public async Task Another_scale_is_named_by_its_name_or_its_id()
    {
        var scale = await _api.GivenAsync(
            "/rating-scales", new { name = "Two words", ratings = new[] { new { name = "No" }, new { name = "Yes" } } });
        var claim = await _api.GivenClaimAsync();

        var byName = await _api.PostAsync($"/claims/{claim}/verdicts", new { rating = "yes", scale = "TWO words", justification = "J" });
        var byId = await _api.PostAsync($"/claims/{claim}/verdicts", new { rating = "No", scale, justification = "J" });
        var unknown = await _api.PostAsync($"/claims/{claim}/verdicts", new { rating = "No", scale = "Three words", justification = "J" });

        Assert.Equal(
            (scale, "Yes", scale),
            ((long)byName.Json["scale"]!["id"]!, (string)byName.Json["rating"]!["name"]!, (long)byId.Json["scale"]!["id"]!));
        Assert.Contains("Three words", unknown.Error("scale"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_rests_on_all_present_evidence_or_on_the_chosen_evidence()
    {
        var claim = await _api.GivenClaimAsync();
        var (first, second) = (await _api.GivenEvidenceAsync(claim), await _api.GivenEvidenceAsync(claim, "https://second.example/"));

        var all = await _api.GetAsync($"/verdicts/{await _api.GivenDraftAsync(claim, 5)}");
        var chosen = await _api.PostAsync(
            $"/claims/{claim}/verdicts", new { rating = 5, justification = "J", evidenceIds = new[] { second } });
        var none = await _api.PostAsync(
            $"/claims/{claim}/verdicts", new { rating = 5, justification = "J", evidenceIds = Array.Empty<long>() });

        Assert.Equal([first, second], all.Json["evidence"]!.AsArray().Select(e => (long)e!["id"]!));
        Assert.Equal([second], chosen.Json["evidence"]!.AsArray().Select(e => (long)e!["id"]!));
        Assert.Empty(none.Json["evidence"]!.AsArray());
    }

    [Fact]
    public async Task Evidence_of_another_claim_is_refused_and_nothing_is_written()
    {
        var claim = await _api.GivenClaimAsync();
        var foreign = await _api.GivenEvidenceAsync(await _api.GivenClaimAsync("Another claim."));

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PostAsync(
                $"/claims/{claim}/verdicts", new { rating = 5, justification = "J", evidenceIds = new[] { foreign } });

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains($"{foreign}", answer.Error("evidenceIds"), StringComparison.Ordinal);
        });

        Assert.Empty(recorded);
        Assert.Empty((await _api.GetAsync($"/claims/{claim}/verdicts")).Items);
    }

    [Fact]
    public async Task The_verdicts_on_a_claim_are_numbered_and_listed_in_order()
    {
        var claim = await _api.GivenClaimAsync();
        long[] drafts =
        [
            await _api.GivenDraftAsync(claim, "Unproven"),
            await _api.GivenDraftAsync(claim, "True"),
            await _api.GivenDraftAsync(claim, "False"),
        ];
        await _api.PublishAsync(drafts[0]);

        var list = await _api.GetAsync($"/claims/{claim}/verdicts");

        Assert.Equal([1, 2, 3], list.Ids("number"));
        Assert.Equal(drafts, await _api.WalkAsync($"/claims/{claim}/verdicts"));
        Assert.Equal([drafts[1], drafts[2]], (await _api.GetAsync($"/claims/{claim}/verdicts?state=draft")).Ids());
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/claims/999999/verdicts")).Status);
    }

    [Theory]
    [InlineData("""{"justification": "J"}""", "rating")]
    [InlineData("""{"rating": true, "justification": "J"}""", "rating")]
    [InlineData("""{"rating": 5}""", "justification")]
    [InlineData("""{"rating": 5, "justification": "J", "evidenceIds": [1, 1]}""", "evidenceIds")]
    [InlineData("""{"rating": 5, "justification": "J", "review": {"url": "x"}}""", "review.url")]
    [InlineData("""{"rating": 5, "justification": "J", "state": "published"}""", "state")]
    public async Task An_error_in_a_verdict_names_its_field(string body, string field)
    {
        var answer = await _api.SendTextAsync(HttpMethod.Post, $"/claims/{await _api.GivenClaimAsync()}/verdicts", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Fact]
    public async Task A_claim_that_does_not_exist_is_not_found() =>
        Assert.Equal(
            HttpStatusCode.NotFound, (await _api.PostAsync("/claims/999999/verdicts", new { rating = 5, justification = "J" })).Status);
}
