using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class ListSentencesTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Sentences_come_in_the_order_of_the_text_page_by_page()
    {
        var (article, sentences) = await _api.GivenArticleAsync("First 1 came. Then 2 came. Then 3 came. Last 4 came.");

        Assert.Equal(sentences, (await _api.GetAsync($"/articles/{article}/sentences")).Ids());
        Assert.Equal(sentences, await _api.WalkAsync($"/articles/{article}/sentences"));
        Assert.Equal(4, await _api.CountAsync($"/articles/{article}/sentences"));
    }

    [Fact]
    public async Task A_state_shows_the_sentences_that_are_in_it()
    {
        var (article, sentences) = await _api.GivenArticleAsync(
            "State one is open. State two is skipped. State three is not. State four is claimed.");
        await _api.PatchAsync($"/sentences/{sentences[1]}", new { state = "skipped", reason = "Of no weight." });
        await _api.PatchAsync($"/sentences/{sentences[2]}", new { state = "not_checkable" });
        await _api.GivenAsync($"/sentences/{sentences[3]}/claims", new { text = "State four is claimed." });

        string[] states = ["open", "skipped", "not_checkable", "claimed"];
        for (var i = 0; i < states.Length; i++)
        {
            Assert.Equal([sentences[i]], (await _api.GetAsync($"/articles/{article}/sentences?state={states[i]}")).Ids());
        }

        Assert.Empty((await _api.GetAsync($"/articles/{article}/sentences?state=cleared")).Items);
    }

    [Fact]
    public async Task A_block_type_shows_the_sentences_of_its_blocks()
    {
        var (article, sentences) = await _api.GivenArticleAsync("Typed blocks of a page\n\nThe page has 2 blocks. It has 3 sentences.");

        Assert.Equal([sentences[0]], (await _api.GetAsync($"/articles/{article}/sentences?blockType=title")).Ids());
        Assert.Equal(sentences.Skip(1), (await _api.GetAsync($"/articles/{article}/sentences?blockType=paragraph")).Ids());
    }

    [Fact]
    public async Task The_least_score_leaves_out_sentences_with_a_lower_one()
    {
        var (article, _) = await _api.GivenArticleAsync(
            "Unemployment fell by 12 percent in 2024, the ministry said. Oh well. How are you?");
        var scores = (await _api.GetAsync($"/articles/{article}/sentences")).Items.ToDictionary(
            s => (long)s!["id"]!, s => (double)s!["checkWorthiness"]!["score"]!);
        var best = scores.MaxBy(s => s.Value);

        var list = await _api.GetAsync($"/articles/{article}/sentences?minScore={best.Value:R}");

        Assert.Equal([best.Key], list.Ids());
        Assert.Equal(scores.Count, (await _api.GetAsync($"/articles/{article}/sentences?minScore=0")).Items.Count);
    }

    [Fact]
    public async Task Sentences_without_evidence_and_without_a_verdict_can_be_found()
    {
        var (article, sentences) = await _api.GivenArticleAsync(
            "Nothing hangs on me 1. A claim hangs on me 2. Proof hangs on me 3. A verdict hangs on me 4.");
        await _api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = "A claim hangs on 2." });
        var proven = await _api.GivenAsync($"/sentences/{sentences[2]}/claims", new { text = "Proof hangs on 3." });
        await _api.GivenEvidenceAsync(proven);
        var judged = await _api.GivenAsync($"/sentences/{sentences[3]}/claims", new { text = "A verdict hangs on 4." });
        await _api.GivenDraftAsync(judged, "Unproven");

        var withoutEvidence = await _api.GetAsync($"/articles/{article}/sentences?evidence=none");
        var withoutVerdict = await _api.GetAsync($"/articles/{article}/sentences?verdict=none");

        Assert.Equal([sentences[0], sentences[1], sentences[3]], withoutEvidence.Ids());
        Assert.Equal([sentences[0], sentences[1], sentences[2]], withoutVerdict.Ids());
        Assert.Equal(2, await _api.CountAsync($"/articles/{article}/sentences?evidence=none&verdict=none"));
    }

    [Fact]
    public async Task Filtered_sentences_are_paged_with_their_claims()
    {
        var (article, sentences) = await _api.GivenArticleAsync("Paged one 1. Paged two 2. Paged three 3.");
        foreach (var sentence in new[] { sentences[0], sentences[2] })
        {
            await _api.GivenAsync($"/sentences/{sentence}/claims", new { text = $"Of sentence {sentence}." });
        }

        var page = await _api.GetAsync($"/articles/{article}/sentences?state=claimed&limit=1");

        Assert.Equal($"Of sentence {sentences[0]}.", (string)page.Items[0]!["claims"]![0]!["text"]!);
        Assert.Equal([sentences[0], sentences[2]], await _api.WalkAsync($"/articles/{article}/sentences?state=claimed"));
    }

    [Fact]
    public async Task A_version_or_an_article_that_does_not_exist_is_not_found()
    {
        var (article, _) = await _api.GivenArticleAsync("The sentences of one version.");

        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/articles/{article}/sentences?version=1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/articles/{article}/sentences?version=2")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/articles/999999/sentences")).Status);
    }

    [Theory]
    [InlineData("state=done", "state")]
    [InlineData("blockType=menu", "blockType")]
    [InlineData("minScore=1.5", "minScore")]
    [InlineData("evidence=some", "evidence")]
    [InlineData("sort=id", "sort")]
    public async Task An_unknown_filter_is_refused(string query, string field)
    {
        var (article, _) = await _api.GivenArticleAsync($"Refused filters, one {field}.");

        var answer = await _api.GetAsync($"/articles/{article}/sentences?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }
}
