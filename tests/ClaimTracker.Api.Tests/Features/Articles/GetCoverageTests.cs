using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class GetCoverageTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string MendIt = "mend the line and send the outcome `changed`, or let it stand.";
    private const string NotLookedAt = "Not looked at yet: make a claim of it, or set it aside.";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task An_open_sentence_blocks_until_it_is_set_aside()
    {
        var (article, sentences) = await _api.GivenArticleAsync("Nobody saw 1 of these. Nobody saw 2 of these.");
        await AssertBlockersAsync(article, (sentences[0], null, NotLookedAt), (sentences[1], null, NotLookedAt));

        await _api.PatchAsync($"/sentences/{sentences[0]}", new { state = "not_checkable" });
        await AssertBlockersAsync(article, (sentences[1], null, NotLookedAt));

        await _api.PatchAsync($"/sentences/{sentences[1]}", new { state = "skipped", reason = "Of no weight." });
        await AssertBlockersAsync(article);
    }

    [Fact]
    public async Task Titles_and_captions_block_as_prose_does()
    {
        var (article, sentences) = await _api.GivenArticleAsync("A title blocks too\n\nThe page has 2 blocks and a title.");

        await AssertBlockersAsync(article, (sentences[0], null, NotLookedAt), (sentences[1], null, NotLookedAt));
    }

    [Fact]
    public async Task A_claim_blocks_until_a_verdict_is_published()
    {
        var (article, sentence, claim) = await GivenClaimedAsync("A claim waits for 1 verdict.");
        await AssertBlockersAsync(article, (sentence, claim, $"Claim {claim} has no published verdict: bring one through review."));

        await _api.GivenDraftAsync(claim, "True");
        await AssertBlockersAsync(article, (sentence, claim, $"Claim {claim} has no published verdict: bring one through review."));

        await _api.GivenPublishedAsync(claim, "True");
        await AssertBlockersAsync(article);
    }

    [Theory]
    [InlineData("False")]
    [InlineData("Half true")]
    [InlineData("Unproven")]
    public async Task A_rating_that_asks_for_a_change_blocks(string rating)
    {
        var (article, sentence, claim) = await GivenClaimedAsync($"This sentence is {rating} at 12 o'clock.");
        await _api.GivenPublishedAsync(claim, rating);

        await AssertBlockersAsync(article, (sentence, claim, $"Claim {claim} was rated {rating}: {MendIt}"));
    }

    [Fact]
    public async Task An_edited_sentence_must_be_checked_again_whatever_else_is_wrong_with_its_claim()
    {
        var (article, sentence, claim) = await GivenClaimedAsync("The edited sentence has 1 claim.");
        await _api.GivenPublishedAsync(claim, "Half true");
        await host.MarkEditedAsync(sentence, claim);

        await AssertBlockersAsync(
            article,
            (sentence, claim, $"The sentence was edited since claim {claim} was linked: check it again."),
            (sentence, claim, $"Claim {claim} was rated Half true: {MendIt}"));
    }

    [Fact]
    public async Task A_verdict_that_was_retracted_blocks()
    {
        var (article, sentence, claim) = await GivenClaimedAsync("The retracted sentence has 1 verdict.");
        await _api.MoveAsync(await _api.GivenPublishedAsync(claim, "True"), "retract", new { reason = "The register was wrong." });

        await AssertBlockersAsync(article, (sentence, claim, $"The verdict on claim {claim} was retracted: it needs another."));
        Assert.Equal((1, 1), await LeftAndAttentionAsync(article));
    }

    [Fact]
    public async Task A_sentence_that_is_gone_blocks_while_it_has_a_claim_and_comes_last()
    {
        var (article, sentences) = await _api.GivenArticleAsync("Gone is sentence 1. Gone is sentence 2. Here stays sentence 3.");
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "Sentence 1 is gone." });
        await _api.GivenPublishedAsync(claim, "True");
        await host.DropAsync(article, sentences[0]);
        await host.DropAsync(article, sentences[1]);

        await AssertBlockersAsync(
            article,
            (sentences[2], null, NotLookedAt),
            (
                sentences[0],
                claim,
                $"Its words are gone from the newest version, but it still has claim {claim}: "
                + "link the claim to the sentence that makes it now and unlink this one, or send the outcome `changed` if it was taken out "
                + "as advised."));
        var coverage = (await CoverageAsync(article)).Json;
        Assert.Equal((3, 1, 1), ((int)coverage["version"]!, (int)coverage["sentences"]!, (int)coverage["claims"]!));
        Wire.Same(
            new { open = 1, not_checkable = 0, skipped = 0, claimed = 0, cleared = 0, needs_attention = 0 },
            coverage["byState"]);
        Assert.Equal(1, (int)coverage["orphaned"]!);
        Assert.Equal([sentences[0]], (await _api.GetAsync($"/articles/{article}/sentences?state=orphaned")).Ids());
        Assert.Equal((0, 1), await LeftAndAttentionAsync(article));

        await _api.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/sentences/{sentences[0]}/claims/{claim}"));
        await AssertBlockersAsync(article, (sentences[2], null, NotLookedAt));
    }

    [Fact]
    public async Task A_claim_counts_once_and_by_its_assignee()
    {
        var (article, sentences) = await _api.GivenArticleAsync("Counting 1 by one. Counting 2 by two. Counting 3 by three.");
        var shared = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "It is counted once." });
        await _api.PutAsync($"/sentences/{sentences[1]}/claims/{shared}", new { role = "repeats" });
        var cleared = await _api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = "It is cleared." });
        await _api.GivenPublishedAsync(cleared, "True");
        await host.AsAsync("checker", "Ines");
        await _api.AssignAsync(shared, "Ines");
        var rated = await _api.GivenAsync($"/sentences/{sentences[2]}/claims", new { text = "It is false." });
        await _api.GivenPublishedAsync(rated, "False");

        var coverage = (await CoverageAsync(article)).Json;

        Assert.Equal(3, (int)coverage["claims"]!);
        Wire.Same(
            new { open = 0, assigned = 1, researching = 0, in_review = 0, published = 2, corrected = 0, retracted = 0 },
            coverage["byStatus"]);
        Wire.Same(
            new { open = 0, not_checkable = 0, skipped = 0, claimed = 2, cleared = 0, needs_attention = 1 },
            coverage["byState"]);
        Wire.Same(
            new object[] { new { assignee = "Ines", claims = 1, left = 1 }, new { assignee = (string?)null, claims = 2, left = 0 } },
            coverage["byAssignee"]);
        Assert.Equal((1, 1), await LeftAndAttentionAsync(article));
        await AssertBlockersAsync(
            article,
            (sentences[0], shared, $"Claim {shared} has no published verdict: bring one through review."),
            (sentences[1], shared, $"Claim {shared} has no published verdict: bring one through review."),
            (sentences[2], rated, $"Claim {rated} was rated False: {MendIt}"));
    }

    [Fact]
    public async Task Blockers_past_500_are_counted_and_not_listed()
    {
        var (article, sentences) = await _api.GivenArticleAsync(
            string.Join(' ', Enumerable.Range(1, Limits.Blockers + 1).Select(static i => $"The town has {i} cats.")));

        var coverage = (await CoverageAsync(article)).Json;

        Assert.Equal(Limits.Blockers + 1, (int)coverage["blockerCount"]!);
        Assert.Equal(sentences.SkipLast(1), coverage["blockers"]!.AsArray().Select(static b => (long)b!["sentenceId"]!));
    }

    [Fact]
    public async Task Its_tag_changes_with_its_content()
    {
        var (article, sentence, claim) = await GivenClaimedAsync("The tag changes after 1 verdict.");
        var before = (await CoverageAsync(article)).ETag;
        Assert.Equal(before, (await CoverageAsync(article)).ETag);

        await host.MarkEditedAsync(sentence, claim);

        Assert.NotEqual(before, (await CoverageAsync(article)).ETag, StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_article_that_does_not_exist_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/articles/999999/coverage")).Status);

    private async Task<(long Article, long Sentence, long Claim)> GivenClaimedAsync(string text)
    {
        var (article, sentences) = await _api.GivenArticleAsync(text);
        return (article, Assert.Single(sentences), await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text }));
    }

    private async Task<Answer> CoverageAsync(long article)
    {
        var answer = await _api.GetAsync($"/articles/{article}/coverage");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }

    private async Task<(int Left, int NeedAttention)> LeftAndAttentionAsync(long article)
    {
        var coverage = (await CoverageAsync(article)).Json;
        return ((int)coverage["claimsLeft"]!, (int)coverage["claimsNeedingAttention"]!);
    }

    /// <summary>Asserts these blockers, in this order, and that the lists of articles agree.</summary>
    private async Task AssertBlockersAsync(long article, params (long Sentence, long? Claim, string Reason)[] expected)
    {
        var coverage = (await CoverageAsync(article)).Json;
        Wire.Same(expected.Select(static b => new { sentenceId = b.Sentence, claimId = b.Claim, reason = b.Reason }), coverage["blockers"]);
        Assert.Equal((expected.Length, expected.Length == 0), ((int)coverage["blockerCount"]!, (bool)coverage["readyToPublish"]!));
        Assert.Equal(expected.Length == 0, (await _api.GetAsync("/articles?limit=500&state=ready")).Ids().Contains(article));
        Assert.Equal(expected.Length > 0, (await _api.GetAsync("/articles?limit=500&state=blocked")).Ids().Contains(article));
    }
}
