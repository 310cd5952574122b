using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

/// <summary>A line whose claim was rated so that it needs a change is mended or let stand, and the article can become ready.</summary>
public sealed class LineOutcomeTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_line_that_was_mended_as_advised_is_cleared_until_its_words_change_again()
    {
        var (article, sentence, claim) = await GivenFalseAsync("The bridge cost 84 million in all.");
        var mended = await ReviseAsync(article, "The bridge cost 48 million in all.");
        Assert.Equal("needs_attention", await StateAsync(mended));

        var answer = await SettleAsync(mended, claim, new { outcome = "changed", outcomeNote = "The sum is right now." });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("changed", "admin (configured)"), ((string)answer.Json["outcome"]!, (string)answer.Json["outcomeBy"]!));
        Assert.Equal(("cleared", true), (await StateAsync(mended), await IsReadyAsync(article)));
        var listed = Assert.Single((await _api.GetAsync($"/sentences/{mended}")).Json["claims"]!.AsArray())!;
        Assert.Equal(("changed", false), ((string)listed["outcome"]!, (bool)listed["needsRecheck"]!));
        var replacedBy = (await _api.GetAsync($"/sentences/{sentence}")).Json["replacedBy"]!.AsArray();
        Assert.Equal([mended], replacedBy.Select(static id => (long)id!));

        var again = await ReviseAsync(article, "The bridge cost 49 million in all.");
        Assert.Equal(("needs_attention", false), (await StateAsync(again), await IsReadyAsync(article)));
        Assert.Null((await _api.GetAsync($"/sentences/{again}")).Json["claims"]![0]!["outcome"]);
    }

    [Fact]
    public async Task An_editor_lets_a_line_stand_with_a_reason()
    {
        var (article, sentence, claim) = await GivenFalseAsync("He said that 9 ships had sunk.");
        var checker = await host.AsAsync("checker", "Outcome checker");
        var stands = new { outcome = "stands", outcomeNote = "It is a quote, and the next line corrects it." };

        Assert.NotNull((await SettleAsync(sentence, claim, new { outcome = "stands" })).Error("outcomeNote"));
        Assert.Equal(HttpStatusCode.Forbidden, (await checker.PutAsync($"/sentences/{sentence}/claims/{claim}", stands)).Status);
        Assert.False(await IsReadyAsync(article));

        Assert.Equal(HttpStatusCode.OK, (await SettleAsync(sentence, claim, stands)).Status);
        Assert.Equal(("cleared", true), (await StateAsync(sentence), await IsReadyAsync(article)));
        var overruled = await checker.PutAsync($"/sentences/{sentence}/claims/{claim}", new { outcome = "changed" });
        Assert.Equal(HttpStatusCode.Forbidden, overruled.Status);

        await SettleAsync(sentence, claim, new { outcome = (string?)null, outcomeNote = (string?)null });
        Assert.False(await IsReadyAsync(article));
    }

    [Fact]
    public async Task A_line_that_was_not_mended_or_needs_no_change_is_not_settled()
    {
        var (_, sentence, claim) = await GivenFalseAsync("The tower has 77 floors.");
        var (_, others) = await _api.GivenArticleAsync("The tower has 7 lifts.");
        var right = await _api.GivenAsync($"/sentences/{others[0]}/claims", new { text = "The tower has 7 lifts." });
        await _api.GivenPublishedAsync(right, "True");

        var untouched = await SettleAsync(sentence, claim, new { outcome = "changed" });
        var nothing = await SettleAsync(others[0], right, new { outcome = "stands", outcomeNote = "Why not." });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (untouched.Status, nothing.Status));
        Assert.Contains("Mend the line first", (string)untouched.Json["detail"]!, StringComparison.Ordinal);
        Assert.Contains("no verdict that asks for a change", (string)nothing.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_taken_out_as_advised_blocks_no_more()
    {
        var (article, sentences) = await _api.GivenArticleAsync("It rained on 3 days. The harbour has 9 cranes and 4 locks.");
        await _api.PatchAsync($"/sentences/{sentences[0]}", new { state = "not_checkable" });
        var claim = await _api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = "The harbour has 9 cranes." });
        await _api.GivenPublishedAsync(claim, "False");
        await _api.PutAsync($"/articles/{article}/text", new { text = "It rained on 3 days." });
        Assert.False(await IsReadyAsync(article));

        await SettleAsync(sentences[1], claim, new { outcome = "changed" });

        Assert.True(await IsReadyAsync(article));
    }

    [Fact]
    public async Task What_was_found_wrong_stays_on_the_list_of_the_article_and_in_its_exports()
    {
        var (article, sentence, claim) = await GivenFalseAsync("The ferry carried 12,000 cars.");
        var mended = await ReviseAsync(article, "The ferry carried 1,200 cars.");
        await SettleAsync(mended, claim, new { outcome = "changed" });

        var line = (await _api.GetAsync($"/verdicts?articleId={article}")).Items[0]!["lines"]![0]!;
        Assert.Equal(
            ("The ferry carried 12,000 cars.", "The ferry carried 1,200 cars.", "changed"),
            ((string)line["was"]!, (string)line["now"]!, (string)line["outcome"]!));

        await _api.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/sentences/{mended}/claims/{claim}"));

        line = (await _api.GetAsync($"/verdicts?articleId={article}")).Items[0]!["lines"]![0]!;
        Assert.Equal(("The ferry carried 12,000 cars.", null), ((string)line["was"]!, (string?)line["now"]));
        var csv = (await _api.GetAsync($"/exports/verdicts.csv?articleId={article}")).Text;
        Assert.Contains(
            $",{article},,,{mended},\"The ferry carried 1,200 cars.\",1,https://example.org/register,", csv, StringComparison.Ordinal);
        Assert.Contains(",changed,,\"The ferry carried 12,000 cars.\",false,", csv, StringComparison.Ordinal);
        Assert.NotEqual(sentence, mended);
    }

    [Fact]
    public async Task Nothing_is_added_to_a_sentence_that_was_replaced_and_the_refusal_names_its_successor()
    {
        var (article, sentence, _) = await GivenFalseAsync("The library lent 5,000 books.");
        var mended = await ReviseAsync(article, "The library lent 50,000 books.");

        var link = await _api.PutAsync($"/sentences/{sentence}/claims/{await _api.GivenClaimAsync()}", new { });
        var made = await _api.PostAsync($"/sentences/{sentence}/claims", new { text = "It lent books." });
        var triage = await _api.PatchAsync($"/sentences/{sentence}", new { state = "not_checkable" });

        Assert.All(new[] { link, made, triage }, answer =>
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Equal($"/api/v1/sentences/{mended}", (string)answer.Json["existing"]!);
        });
    }

    private async Task<(long Article, long Sentence, long Claim)> GivenFalseAsync(string text)
    {
        var (article, sentences) = await _api.GivenArticleAsync(text);
        var claim = await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text });
        await _api.GivenPublishedAsync(claim, "False");
        return (article, sentences[0], claim);
    }

    private async Task<long> ReviseAsync(long article, string text)
    {
        var revision = await _api.PutAsync($"/articles/{article}/text", new { text });
        return (long)revision.Json["lineage"]![0]!["to"]!;
    }

    private Task<Answer> SettleAsync(long sentence, long claim, object body) =>
        _api.PutAsync($"/sentences/{sentence}/claims/{claim}", body);

    private async Task<string> StateAsync(long sentence) => (string)(await _api.GetAsync($"/sentences/{sentence}")).Json["state"]!;

    private async Task<bool> IsReadyAsync(long article) =>
        (bool)(await _api.GetAsync($"/articles/{article}/coverage")).Json["readyToPublish"]!;
}
