using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class GetClaimTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_sentence_of_a_claim_comes_with_its_words_and_the_title_of_its_article()
    {
        var article = await _api.PostAsync("/articles", new { text = "The words of a sentence stand in its claim.", title = "Of words" });
        var sentence = (long)article.Json["sentences"]![0]!["id"]!;
        var claim = await _api.GivenAsync($"/sentences/{sentence}/claims", new { text = "They do." });

        foreach (var shown in (System.Text.Json.Nodes.JsonNode[])
            [(await _api.GetAsync($"/claims/{claim}")).Json, (await _api.GetAsync($"/claims?ids={claim}")).Items[0]!])
        {
            var line = shown["sentences"]![0]!;
            Assert.Equal(
                (sentence, article.Id, "Of words", "The words of a sentence stand in its claim."),
                ((long)line["sentenceId"]!, (long)line["articleId"]!, (string?)line["articleTitle"], (string?)line["text"]));
        }
    }

    [Fact]
    public async Task A_client_that_has_the_claim_is_answered_304()
    {
        var claim = await _api.GivenClaimAsync();
        var tag = (await _api.GetAsync($"/claims/{claim}")).ETag;

        var answer = await _api.SendAsync(HttpMethod.Get, $"/claims/{claim}", "If-None-Match", tag);

        Assert.Equal((HttpStatusCode.NotModified, "", tag), (answer.Status, answer.Text, answer.ETag));
    }

    [Fact]
    public async Task Evidence_changes_the_ETag_of_its_claim()
    {
        var claim = await _api.GivenClaimAsync();
        var tag = (await _api.GetAsync($"/claims/{claim}")).ETag;

        await _api.GivenEvidenceAsync(claim);

        var answer = await _api.SendAsync(HttpMethod.Get, $"/claims/{claim}", "If-None-Match", tag);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(1, (int)answer.Json["evidenceCount"]!);
    }

    [Fact]
    public async Task A_claim_goes_from_open_through_researching_to_published()
    {
        var claim = await _api.GivenClaimAsync();
        var open = await StatusAsync(claim);
        await _api.GivenEvidenceAsync(claim);
        var researching = await StatusAsync(claim);
        var verdict = await _api.GivenDraftAsync(claim, "True");
        var drafted = await StatusAsync(claim);
        await _api.ApproveAsync(verdict);
        var approved = await StatusAsync(claim);
        await _api.MoveAsync(verdict, "publish");

        string[] statuses = [open, researching, drafted, approved, await StatusAsync(claim)];
        Assert.Equal(["open", "researching", "researching", "in_review", "published"], statuses);
    }

    [Theory]
    [InlineData("/claims/999999", HttpStatusCode.NotFound)]
    [InlineData("/claims/0", HttpStatusCode.BadRequest)]
    [InlineData("/claims/9223372036854775808", HttpStatusCode.BadRequest)]
    public async Task A_missing_claim_or_a_bad_id_is_refused(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await _api.GetAsync(path)).Status);

    private async Task<string> StatusAsync(long claim) => (string)(await _api.GetAsync($"/claims/{claim}")).Json["status"]!;
}
