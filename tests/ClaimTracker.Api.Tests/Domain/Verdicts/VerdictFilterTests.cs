using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Verdicts;

/// <summary>What the public can learn of the desk by its filters: nothing.</summary>
public sealed class VerdictFilterTests : IAsyncLifetime
{
    private readonly ApiHost _host = new(("Auth:Public", "true"));

    private ApiDriver Public => new(_host.Stranger);

    [Theory]
    [InlineData("rating=hushed", "rating")]
    [InlineData("scale=secret%20scale", "scale")]
    public async Task The_public_do_not_learn_of_a_scale_that_nothing_published_uses(string filter, string field)
    {
        await _host.Api.PostAsync(
            "/rating-scales", new { name = "Secret scale", ratings = new[] { new { name = "Hushed" }, new { name = "Loud" } } });

        var answer = await Public.GetAsync($"/verdicts?{filter}");

        Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync($"/verdicts?{filter}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("there is no ", answer.Error(field), StringComparison.Ordinal);
        Assert.DoesNotContain("Loud", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_the_justification_the_claim_and_the_rating_find_a_verdict_in_lists_files_and_feeds()
    {
        var claim = await _host.Api.GivenClaimAsync("The windmill turns backwards.");
        var verdict = await _host.Api.GivenPublishedAsync(claim, "False");
        await _host.Api.GivenPublishedAsync(await _host.Api.GivenClaimAsync("Something else is the matter."), "True");

        Assert.Equal([verdict], (await _host.Api.GetAsync("/verdicts?q=backwards%20windmill%20evidence")).Ids());
        Assert.Equal(
            2, (await _host.Api.GetAsync("/exports/verdicts.csv?columns=verdict_id&q=backwards")).Text.TrimEnd().Split('\n').Length);
        Assert.Single((await _host.Api.GetAsync("/feeds/verdicts.json?q=backwards")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task The_public_are_not_told_who_is_at_the_desk_nor_who_has_a_claim()
    {
        Assert.Empty((await Public.GetAsync("/verdicts?author=Nobody%20of%20the%20desk")).Items);
        Assert.Equal(HttpStatusCode.OK, (await Public.GetAsync("/verdicts?reviewer=Colleague")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Public.GetAsync("/verdicts?assignee=Colleague")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Public.GetAsync("/exports/verdicts.csv?assignee=none")).Status);
    }

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();
}
