using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class LinkSentenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task An_identical_link_stays_as_it_is_and_leaves_no_event()
    {
        var (_, sentences) = await _api.GivenArticleAsync("The bridge opened in 2024. The ferry stopped.");
        var claim = await _api.GivenClaimAsync();

        var first = await _api.PutAsync($"/sentences/{sentences[0]}/claims/{claim}", new { role = "repeats" });
        var recorded = await host.RecordedByAsync(async () =>
        {
            var second = await _api.PutAsync($"/sentences/{sentences[0]}/claims/{claim}", new { role = "repeats" });
            Assert.Equal((HttpStatusCode.OK, first.Text), (second.Status, second.Text));
        });

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Empty(recorded);
    }

    [Fact]
    public async Task A_span_outside_the_sentence_is_refused_with_the_offsets_of_the_sentence()
    {
        var (_, sentences) = await _api.GivenArticleAsync("The mayor spoke. The toll was 2 dollars.");
        var claim = await _api.GivenClaimAsync();

        var answer = await _api.PutAsync($"/sentences/{sentences[1]}/claims/{claim}", new { spanStart = 3, spanEnd = 20 });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("from 17 to 39", answer.Error("spanStart"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_role_changes_the_link()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The council voted in May.");
        var claim = await _api.GivenClaimAsync();
        await _api.PutAsync($"/sentences/{sentences[0]}/claims/{claim}", new { });

        var changed = await _api.PutAsync(
            $"/sentences/{sentences[0]}/claims/{claim}", new { role = "denies", spanStart = 0, spanEnd = 11 });

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        var link = (await _api.GetAsync($"/claims/{claim}")).Json["sentences"]![0]!;
        Assert.Equal((article, "denies", 11), ((long)link["articleId"]!, (string)link["role"]!, (int)link["spanEnd"]!));
    }

    [Fact]
    public async Task A_claim_with_evidence_from_an_article_is_not_linked_to_that_article()
    {
        var article = await _api.PostAsync(
            "/articles", new { text = "I was cited before I was linked 1.", url = "https://cited.example/a" });
        var sentence = (long)article.Json["sentences"]![0]!["id"]!;
        var claim = await _api.GivenClaimAsync();
        var evidence = await _api.GivenEvidenceAsync(claim, "http://www.cited.example/a");

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PutAsync($"/sentences/{sentence}/claims/{claim}", new { });

            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Equal($"/api/v1/evidence/{evidence}", (string)answer.Json["existing"]!);
        });

        Assert.Empty(recorded);
        Assert.Empty((await _api.GetAsync($"/claims/{claim}")).Json["sentences"]!.AsArray());
    }
}
