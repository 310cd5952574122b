using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

/// <summary>A draft can be deleted, and a submission taken back, by who made them.</summary>
public sealed class DeleteVerdictTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_draft_is_deleted_and_the_history_keeps_it()
    {
        var draft = await GivenDraftAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/verdicts/{draft}")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/verdicts/{draft}")).Status);
        Assert.Equal(["verdict.drafted", "verdict.deleted"], await host.KindsAsync($"verdict/{draft}"));
    }

    [Fact]
    public async Task Only_a_draft_is_deleted_and_only_by_its_author_the_assignee_or_an_editor()
    {
        var (submitted, draft) = (await GivenDraftAsync(), await GivenDraftAsync());
        await _api.MoveAsync(submitted, "submit");
        var checker = await host.AsAsync("checker", "Not the author");

        var refused = await _api.DeleteAsync($"/verdicts/{submitted}");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("approve reject", string.Join(' ', refused.Moves()));
        Assert.Equal(HttpStatusCode.Forbidden, (await checker.DeleteAsync($"/verdicts/{draft}")).Status);
    }

    [Fact]
    public async Task A_draft_with_comments_by_others_is_kept()
    {
        var draft = await GivenDraftAsync();
        await _api.MoveAsync(draft, "submit");
        var editor = await host.AsAsync("editor", "Commenting editor");
        await editor.MoveAsync(draft, "reject", new { comment = "One more source, please." });

        var refused = await _api.DeleteAsync($"/verdicts/{draft}");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Commenting editor", (string)refused.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submission_is_taken_back_by_who_made_it_and_by_nobody_else()
    {
        var draft = await GivenDraftAsync();
        await _api.MoveAsync(draft, "submit");
        var editor = await host.AsAsync("editor", "Other editor");

        Assert.Equal(HttpStatusCode.Forbidden, (await TakeBackAsync(editor, draft)).Status);
        var taken = await TakeBackAsync(_api, draft);

        Assert.Equal((HttpStatusCode.OK, "draft"), (taken.Status, (string)taken.Json["state"]!));
        Assert.Equal(HttpStatusCode.Conflict, (await TakeBackAsync(_api, draft)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.PatchAsync($"/verdicts/{draft}", new { justification = "Worded better." })).Status);
        Assert.Equal("verdict.withdrawn", (await host.KindsAsync($"verdict/{draft}"))[2]);
    }

    private static Task<Answer> TakeBackAsync(ApiDriver who, long verdict) =>
        who.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/verdicts/{verdict}/submission"));

    private async Task<long> GivenDraftAsync()
    {
        var claim = await _api.GivenClaimAsync();
        await _api.GivenEvidenceAsync(claim);
        return await _api.GivenDraftAsync(claim, "True");
    }
}
