using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Comments;

/// <summary>That verify passes afterwards is what every <see cref="ApiHost"/> asks for when it ends.</summary>
public sealed class EraseCommentTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Secret = "Quastenflosser";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Its_text_its_anchor_and_its_mentions_are_gone_and_its_replies_stay()
    {
        await _api.GivenAsync("/users", new { name = "Ines", role = "checker" });
        var (article, _) = await _api.GivenArticleAsync($"{Secret} was there.");
        var comment = await _api.GivenAsync(
            "/comments",
            new { subject = $"article/{article}", text = $"@Ines, {Secret}?", anchor = new { start = 0, end = Secret.Length } });
        var reply = await _api.GivenAsync("/comments", new { subject = $"article/{article}", text = "No.", replyTo = comment });

        var answer = await _api.EraseAsync($"/comments/{comment}");

        Wire.Same(
            new
            {
                subject = $"comment/{comment}",
                erasedAt = "2026-03-03T12:00:00Z",
                mayQuote = (string[])[$"/api/v1/comments/{reply}"],
                mayQuoteCount = 1,
            },
            answer.Json);
        Assert.Equal(answer.Text, (await _api.EraseAsync($"/comments/{comment}")).Text);
        var read = (await _api.GetAsync($"/comments/{comment}")).Json;
        Assert.Equal(
            (true, new string('█', $"@Ines, {Secret}?".Length), new string('█', Secret.Length), 0),
            ((bool)read["erased"]!, (string?)read["text"], (string?)read["anchor"]!["exact"], read["mentions"]!.AsArray().Count));
        Assert.Equal(HttpStatusCode.Conflict, (await _api.PatchAsync($"/comments/{comment}", new { resolved = true })).Status);

        await _api.EraseAsync($"/articles/{article}");
        Assert.DoesNotContain(Secret, host.Store.Bytes(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await _api.GetAsync("/history?limit=500")).Text, StringComparison.Ordinal);
    }
}
