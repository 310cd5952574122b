using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Citations;

public sealed class DismissCitationTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task It_is_set_aside_once_with_a_reason()
    {
        var (article, _) = await _api.GivenArticleAsync("The bell weighs 3 tons [see the receipt].");
        var id = (await _api.GetAsync($"/articles/{article}/citations")).Ids()[0];

        var answer = await _api.PostAsync($"/citations/{id}/dismiss", new { reason = "It is for another bell." });
        var again = await _api.PostAsync($"/citations/{id}/dismiss", new { reason = "Again." });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal($"/api/v1/citations/{id}", answer.Headers.Location!.ToString());
        var got = await _api.GetAsync($"/citations/{id}");
        Assert.Equal((got.Text, got.ETag), (answer.Text, answer.ETag));
        Assert.Equal(
            ("dismissed", "It is for another bell.", "2026-03-03T12:00:00Z"),
            ((string)got.Json["state"]!, (string)got.Json["reason"]!, (string)got.Json["settledAt"]!));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(["citation.dismissed"], await host.KindsAsync($"citation/{id}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_reason_is_required_and_is_no_longer_than_one_may_be(string reason)
    {
        var (article, _) = await _api.GivenArticleAsync($"The bell rang at {reason.Length + 1} o'clock [see the diary].");
        var id = (await _api.GetAsync($"/articles/{article}/citations")).Ids()[0];

        foreach (var refused in (string[])[reason, new string('r', Limits.Reason + 1)])
        {
            var answer = await _api.PostAsync($"/citations/{id}/dismiss", new { reason = refused });
            Assert.True(answer is { Status: HttpStatusCode.BadRequest } && answer.Error("reason") is not null, answer.Text);
        }
    }
}
