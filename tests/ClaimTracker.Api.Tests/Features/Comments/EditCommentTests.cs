using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Comments;

public sealed class EditCommentTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task The_author_edits_the_text_and_another_resolves_it()
    {
        var checker = await host.AsAsync("checker", "Bo Resolves");
        var comment = await GivenAsync("Ask @Bo Resolves.");

        var edited = await _api.PatchAsync($"/comments/{comment}", new { text = "Ask nobody." });
        var foreign = await checker.PatchAsync($"/comments/{comment}", new { text = "Mine." });
        var resolved = await checker.PatchAsync($"/comments/{comment}", new { resolved = true });
        var reopened = await _api.PatchAsync($"/comments/{comment}", new { resolved = false });

        Assert.Equal(("Ask nobody.", 0), ((string)edited.Json["text"]!, edited.Json["mentions"]!.AsArray().Count));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        Assert.Equal((true, "Bo Resolves"), ((bool)resolved.Json["resolved"]!, (string)resolved.Json["resolvedBy"]!));
        Assert.Equal("Ask nobody.", (string)resolved.Json["text"]!);
        Assert.Equal((false, null), ((bool)reopened.Json["resolved"]!, (string?)reopened.Json["resolvedBy"]));
        Assert.Equal(
            ["comment.created", "comment.edited", "comment.edited", "comment.edited"], await host.KindsAsync($"comment/{comment}"));
    }

    [Fact]
    public async Task A_stale_edit_and_an_empty_text_are_refused()
    {
        var comment = await GivenAsync("Old.");
        var old = (await _api.GetAsync($"/comments/{comment}")).ETag;
        await _api.PatchAsync($"/comments/{comment}", new { text = "Fresh." });

        var late = await _api.PatchAsync($"/comments/{comment}", new { text = "Late." }, old);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.NotNull((await _api.PatchAsync($"/comments/{comment}", new { text = (string?)null })).Error("text"));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PatchAsync("/comments/999999", new { text = "x" })).Status);
    }

    private async Task<long> GivenAsync(string text) =>
        await _api.GivenAsync("/comments", new { subject = $"claim/{await _api.GivenClaimAsync()}", text });
}
