using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class CorrectVerdictTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly object ToTrue =
        new { kind = "correction", reason = "A figure was wrong.", publicText = "We corrected a figure.", rating = "True" };

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Members_that_are_left_out_are_taken_from_the_published_verdict()
    {
        var claim = await _api.GivenClaimAsync();
        await _api.GivenEvidenceAsync(claim);
        var old = await _api.GivenAsync($"/claims/{claim}/verdicts", new
        {
            rating = "False",
            justification = "J",
            validAsOf = "2026-01-31",
            reviewDue = "2027-01-31",
            review = new { url = "https://r.example/", title = "R" },
        });
        var cited = (await _api.PublishAsync(old)).Json["evidence"]!;
        await _api.PatchAsync($"/evidence/{(long)cited[0]!["id"]!}", new { excerpt = "Other words since." });

        var draft = await _api.MoveAsync(old, "corrections", new { kind = "update", reason = "W", publicText = "P" });

        Assert.Equal(HttpStatusCode.Created, draft.Status);
        Assert.Equal($"/api/v1/verdicts/{draft.Id}", draft.Headers.Location!.ToString());
        var read = draft.Json.AsObject();
        Assert.Equal(cited.ToJsonString(), read["evidence"]!.ToJsonString());
        Wire.Same(new { kind = "update", reason = "W", publicText = "P" }, read["correction"]);
        Wire.Same(new { url = "https://r.example/", title = "R" }, read["review"]);
        Assert.Equal(
            ("draft", "False", "J", "2026-01-31", "2027-01-31", old, 2L),
            (
                (string)read["state"]!,
                (string)read["rating"]!["name"]!,
                (string)read["justification"]!,
                (string)read["validAsOf"]!,
                (string)read["reviewDue"]!,
                (long)read["supersedes"]!,
                (long)read["number"]!));
        Assert.Equal(["verdict.drafted"], await host.KindsAsync($"verdict/{draft.Id}"));
    }

    [Fact]
    public async Task A_verdict_stays_published_until_its_correction_is_published_and_is_then_superseded()
    {
        var (_, sentences) = await _api.GivenArticleAsync("The correction of 1 verdict.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "It is corrected." });
        var old = await _api.GivenPublishedAsync(claim, "False");
        var draft = (await _api.MoveAsync(old, "corrections", ToTrue)).Id;
        await _api.ApproveAsync(draft);
        var before = (
            await StateAsync(sentences[0]), await StatusAsync(claim), (string)(await _api.GetAsync($"/verdicts/{old}")).Json["state"]!);

        var recorded = await host.RecordedByAsync(async () => Assert.True((bool)(await _api.MoveAsync(draft, "publish")).Json["house"]!));

        var superseded = (await _api.GetAsync($"/verdicts/{old}")).Json;
        Assert.Equal(("needs_attention", "published", "published"), before);
        Assert.Equal(("cleared", "corrected"), (await StateAsync(sentences[0]), await StatusAsync(claim)));
        Assert.Equal(
            ("superseded", false, draft, "False"),
            ((string)superseded["state"]!, (bool)superseded["house"]!, (long)superseded["supersededBy"]!, RatingOf(superseded)));
        Assert.Equal(
            [$"claim.house_changed claim/{claim}", $"verdict.superseded verdict/{old}", $"verdict.published verdict/{draft}"], recorded);
        Assert.Empty((await _api.PostAsync($"/verdicts/{old}/corrections", ToTrue)).Moves());
        Assert.False((bool)(await _api.GetAsync($"/claims/{claim}")).Json["disputed"]!);
    }

    [Fact]
    public async Task A_verdict_has_one_correction_at_a_time_and_the_refusal_names_it()
    {
        var old = await _api.GivenPublishedAsync(await _api.GivenClaimAsync(), "False");
        var draft = (await _api.MoveAsync(old, "corrections", ToTrue)).Id;

        var second = await _api.PostAsync($"/verdicts/{old}/corrections", ToTrue);
        await _api.PublishAsync(draft);
        var next = await _api.MoveAsync(draft, "corrections", ToTrue);

        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/verdicts/{draft}"), (second.Status, (string)second.Json["existing"]!));
        Assert.Equal(["retract"], second.Moves());
        Assert.Equal(draft, (long)next.Json["supersedes"]!);
    }

    [Fact]
    public async Task A_reader_learns_of_a_correction_when_it_is_published()
    {
        var reader = await host.AsAsync("reader", "Rita waits");
        var old = await _api.GivenPublishedAsync(await _api.GivenClaimAsync(), "False");
        var before = await reader.GetAsync($"/verdicts/{old}");
        var draft = (await _api.MoveAsync(old, "corrections", ToTrue)).Id;

        Assert.Equal(before.Text, (await reader.GetAsync($"/verdicts/{old}")).Text);
        Assert.Equal(draft, (long)(await _api.GetAsync($"/verdicts/{old}")).Json["supersededBy"]!);
        await _api.PublishAsync(draft);
        Assert.Equal(draft, (long)(await reader.GetAsync($"/verdicts/{old}")).Json["supersededBy"]!);
        Assert.Equal("We corrected a figure.", (string)(await reader.GetAsync($"/verdicts/{draft}")).Json["correction"]!["publicText"]!);
    }

    [Fact]
    public async Task A_verdict_that_was_retracted_in_the_meantime_stays_retracted()
    {
        var claim = await _api.GivenClaimAsync();
        var old = await _api.GivenPublishedAsync(claim, "False");
        var draft = (await _api.MoveAsync(old, "corrections", ToTrue)).Id;
        await _api.MoveAsync(old, "retract", new { reason = "At once." });

        var published = await _api.PublishAsync(draft);

        var retracted = (await _api.GetAsync($"/verdicts/{old}")).Json;
        Assert.Equal(
            ("retracted", draft, true), ((string)retracted["state"]!, (long)retracted["supersededBy"]!, (bool)published.Json["house"]!));
        Assert.Equal("corrected", await StatusAsync(claim));
    }

    [Fact]
    public async Task The_reason_of_a_correction_can_be_edited_but_not_removed_while_it_is_a_draft()
    {
        var old = await _api.GivenPublishedAsync(await _api.GivenClaimAsync(), "False");
        var draft = (await _api.MoveAsync(old, "corrections", ToTrue)).Id;
        var plain = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");

        var edited = await _api.PatchAsync($"/verdicts/{draft}", new { correction = new { publicText = "Clearer." } });
        var cleared = await _api.PatchAsync($"/verdicts/{draft}", new { correction = (object?)null });
        var foreign = await _api.PatchAsync(
            $"/verdicts/{plain}", new { correction = new { kind = "update", reason = "R", publicText = "P" } });

        Wire.Same(new { kind = "correction", reason = "A figure was wrong.", publicText = "Clearer." }, edited.Json["correction"]);
        Assert.NotNull(cleared.Error("correction"));
        Assert.NotNull(foreign.Error("correction"));
    }

    [Theory]
    [InlineData("""{"reason":"R","publicText":"P"}""", "kind")]
    [InlineData("""{"kind":"typo","reason":"R","publicText":"P"}""", "kind")]
    [InlineData("""{"kind":"update","publicText":"P"}""", "reason")]
    [InlineData("""{"kind":"update","reason":"R"}""", "publicText")]
    [InlineData("""{"kind":"update","reason":"R","publicText":"P","evidenceIds":[1,1]}""", "evidenceIds")]
    [InlineData("""{"kind":"update","reason":"R","publicText":"P","rating":"Wrong"}""", "rating")]
    public async Task An_error_in_a_correction_names_its_field(string body, string field)
    {
        var verdict = await _api.GivenPublishedAsync(await _api.GivenClaimAsync(), "False");

        var answer = await _api.SendTextAsync(HttpMethod.Post, $"/verdicts/{verdict}/corrections", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Fact]
    public async Task A_draft_cannot_be_corrected()
    {
        var draft = await _api.GivenDraftAsync(await _api.GivenClaimAsync(), "Unproven");

        var refused = await _api.PostAsync($"/verdicts/{draft}/corrections", ToTrue);

        Assert.Equal(["submit"], refused.Moves());
        Assert.Equal(
            $"A draft verdict cannot be corrected. Verdict {draft} has these legal moves: submit.", (string)refused.Json["detail"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PostAsync("/verdicts/999999/corrections", ToTrue)).Status);
    }

    private static string RatingOf(JsonNode verdict) => (string)verdict["rating"]!["name"]!;

    private async Task<string> StateAsync(long sentence) => (string)(await _api.GetAsync($"/sentences/{sentence}")).Json["state"]!;

    private async Task<string> StatusAsync(long claim) => (string)(await _api.GetAsync($"/claims/{claim}")).Json["status"]!;
}
