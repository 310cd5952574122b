using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class GetSentenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_sentence_shows_all_that_is_known_about_it()
    {
        var article = (await _api.PostAsync(
            "/articles", new { text = "A title of this test\n\nIt cost 5 euros. In 2020 it cost 48 million euros. Nobody paid." })).Json;
        var (id, sentence) = ((long)article["id"]!, (long)article["sentences"]![2]!["id"]!);
        var claim = await _api.GivenAsync(
            $"/sentences/{sentence}/claims", new { text = "It cost 48 million.", role = "denies", spanStart = 46, spanEnd = 67 });
        var verdict = await _api.GivenPublishedAsync(claim, "False");
        await host.WritePastTheHistoryAsync("update sentence_claims set needs_recheck = true where claim_id = @claim", new { claim });

        var read = (await _api.GetAsync($"/sentences/{sentence}")).Json.AsObject();

        var worth = read["checkWorthiness"]!.DeepClone();
        Assert.True(read.Remove("checkWorthiness"));
        Assert.Equal(0, (int)worth["weightsVersion"]!);
        worth.AsObject().Remove("weightsVersion");
        Wire.HasNoDefaults(worth);
        Wire.Same(
            new
            {
                id = sentence,
                articleId = id,
                version = 1,
                ordinal = 2,
                block = new { ordinal = 1, type = "paragraph" },
                start = 39,
                end = 72,
                text = "In 2020 it cost 48 million euros.",
                prefix = " of this test\n\nIt cost 5 euros. ",
                suffix = " Nobody paid.",
                state = "needs_attention",
                replacedBy = Array.Empty<long>(),
                reason = (string?)null,
                claims = new[]
                {
                    new
                    {
                        id = claim,
                        text = "It cost 48 million.",
                        role = "denies",
                        spanStart = 46,
                        spanEnd = 67,
                        needsRecheck = true,
                        verdict = new { id = verdict, rating = new { name = "False", value = 1 }, state = "published" },
                        outcome = (string?)null,
                        outcomeNote = (string?)null,
                        outcomeBy = (string?)null,
                        outcomeAt = (string?)null,
                    },
                },
                evidenceCount = 1,
                cited = 0,
                media = (object?)null,
            },
            read);
    }

    [Fact]
    public async Task It_is_the_same_in_its_article()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The same inside and outside 1.");
        await _api.GivenPublishedAsync(await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "The same." }), 5);

        var alone = await _api.GetAsync($"/sentences/{sentences[0]}");

        Assert.Equal(alone.Json.ToJsonString(), (await _api.GetAsync($"/articles/{article}")).Json["sentences"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task A_sentence_that_does_not_exist_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/sentences/999999")).Status);
}
