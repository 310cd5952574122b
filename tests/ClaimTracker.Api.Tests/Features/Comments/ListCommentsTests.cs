using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Comments;

public sealed class ListCommentsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Comments_are_found_by_subject_state_author_and_mention()
    {
        var checker = await host.AsAsync("checker", "Bo Lists");
        var (first, second) = (await _api.GivenClaimAsync(), await _api.GivenClaimAsync());
        var open = await _api.GivenAsync("/comments", new { subject = $"claim/{first}", text = "Ask @Bo Lists." });
        var resolved = await checker.GivenAsync("/comments", new { subject = $"claim/{first}", text = "Done." });
        var other = await checker.GivenAsync("/comments", new { subject = $"claim/{second}", text = "Elsewhere." });
        await _api.PatchAsync($"/comments/{resolved}", new { resolved = true });

        foreach (var (query, wanted) in new (string, long[])[]
        {
            ($"subject=claim/{first}", [resolved, open]),
            ($"subject=claim/{first}&sort=id", [open, resolved]),
            ($"subject=claim/{first}&state=open", [open]),
            ($"subject=claim/{first}&state=resolved", [resolved]), ("author=BO%20lists", [other, resolved]), ("mention=bo%20Lists", [open]),
            ($"author=me&subject=claim/{first}", [open]),
            ($"mention=none&subject=claim/{first}", [resolved]),
            ($"subject=claim/{second}&author=Bo%20Lists&state=open", [other]),
            ($"subject=sentence/{first}", []),
        })
        {
            Assert.Equal(wanted, (await _api.GetAsync($"/comments?{query}")).Ids());
            Assert.Equal(wanted.Length, await _api.CountAsync($"/comments?{query}"));
            Assert.Equal(wanted, await _api.WalkAsync($"/comments?{query}"));
        }
    }

    [Theory]
    [InlineData("subject=claim", "subject")]
    [InlineData("state=done", "state")]
    [InlineData("author=Nobody", "author")]
    [InlineData("author=none", "author")]
    [InlineData("mention=Nobody", "mention")]
    [InlineData("sort=author", "sort")]
    [InlineData("replyTo=1", "replyTo")]
    public async Task An_invalid_filter_is_refused_by_field(string query, string field)
    {
        var answer = await _api.GetAsync("/comments?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }
}
