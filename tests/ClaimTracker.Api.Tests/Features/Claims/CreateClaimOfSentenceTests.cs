using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class CreateClaimOfSentenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_claim_is_created_from_a_sentence()
    {
        var (article, sentences) = await _api.GivenArticleAsync("It rained 3 days. The river rose 2 metres.");

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PostAsync($"/sentences/{sentences[1]}/claims", new { text = "The Elbe rose 2 metres.", priority = 4 });

            Assert.Equal(HttpStatusCode.Created, answer.Status);
            Assert.Equal($"/api/v1/claims/{answer.Id}", answer.Headers.Location!.ToString());
            var (sentenceId, none) = (sentences[1], (int?)null);
            Wire.Same(
                new[] { new { sentenceId, articleId = article, ordinal = 1, role = "asserts", spanStart = none, spanEnd = none } },
                answer.Json["sentences"]);
        });

        Assert.Equal(["claim.created", "sentence.linked"], recorded.Kinds());
        Assert.Equal("claimed", (string)(await _api.GetAsync($"/sentences/{sentences[1]}")).Json["state"]!);
    }

    [Fact]
    public async Task A_span_counts_code_points_in_the_text_of_the_article()
    {
        var (_, sentences) = await _api.GivenArticleAsync("😀😀 smiled. Two 😀 cost 4 euros.");

        var answer = await _api.PostAsync(
            $"/sentences/{sentences[1]}/claims", new { text = "Two cost 4.", role = "repeats", spanStart = 17, spanEnd = 29 });

        var link = answer.Json["sentences"]![0]!;
        Assert.Equal(("repeats", 17, 29), ((string)link["role"]!, (int)link["spanStart"]!, (int)link["spanEnd"]!));
        var there = (await _api.GetAsync($"/sentences/{sentences[1]}")).Json["claims"]![0]!;
        Assert.Equal((17, 29), ((int)there["spanStart"]!, (int)there["spanEnd"]!));
    }

    [Theory]
    [InlineData(0, 5, "spanStart")]
    [InlineData(20, 20, "spanEnd")]
    [InlineData(20, 99, "spanEnd")]
    [InlineData(20, null, "spanEnd")]
    [InlineData(null, 20, "spanStart")]
    public async Task A_span_outside_the_sentence_is_refused_and_creates_no_claim(int? start, int? end, string field)
    {
        var (_, sentences) = await _api.GivenArticleAsync($"Spans end {start} {end}. The span of this sentence is 1.");

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PostAsync(
                $"/sentences/{sentences[1]}/claims", new { text = "No such span.", spanStart = start, spanEnd = end });

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.NotNull(answer.Error(field));
        });

        Assert.Empty(recorded);
    }

    [Fact]
    public async Task A_missing_sentence_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PostAsync("/sentences/999999/claims", new { text = "Of nothing." })).Status);
}
