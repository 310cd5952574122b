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
                new[]
                {
                    new
                    {
                        sentenceId,
                        articleId = article,
                        articleTitle = (string?)null,
                        ordinal = 1,
                        text = "The river rose 2 metres.",
                        role = "asserts",
                        spanStart = none,
                        spanEnd = none,
                    },
                },
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

    [Fact]
    public async Task The_words_that_make_the_claim_are_quoted_instead_of_counted()
    {
        var (_, sentences) = await _api.GivenArticleAsync("It rained. The Oder rose 2 metres, and the Spree fell.");
        var made = await _api.PostAsync($"/sentences/{sentences[1]}/claims", new { text = "The Spree fell.", span = "the Spree fell" });
        Assert.Equal((39, 53), Span(made.Json["sentences"]![0]!));

        var link = $"/sentences/{sentences[1]}/claims/{made.Id}";
        Assert.Equal((11, 33), Span((await _api.PutAsync(link, new { span = "The Oder rose 2 metres" })).Json));

        foreach (var (span, why) in new[]
        {
            ("the Elbe", "must be words of the sentence, exactly as they are there"),
            ("e", "must occur once in the sentence: quote more of it"),
        })
        {
            var refused = await _api.PutAsync(link, new { span });
            Assert.Equal((HttpStatusCode.BadRequest, why), (refused.Status, refused.Error("span")));
        }

        static (int Start, int End) Span(System.Text.Json.Nodes.JsonNode link) => ((int)link["spanStart"]!, (int)link["spanEnd"]!);
    }
}
