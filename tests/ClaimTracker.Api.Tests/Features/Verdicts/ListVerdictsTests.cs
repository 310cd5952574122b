using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class ListVerdictsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Theory]
    [InlineData("state=published")]
    [InlineData("rating=mostly%20FALSE")]
    [InlineData("rating=2")]
    [InlineData("claimant=ada%20BYRON")]
    [InlineData("from=2026-03-03&to=2026-03-03")]
    [InlineData("scale=truth&rating=2&state=published")]
    [InlineData("scale=1&from=2026-03-03")]
    public async Task A_filter_shows_the_verdicts_that_pass_it(string filter)
    {
        var tag = "filtered " + filter;
        var claim = await _api.GivenAsync(
            "/claims", new { text = "Filtered.", tags = new[] { tag }, claimants = new[] { new { name = "Ada Byron" } } });
        var other = await _api.GivenAsync("/claims", new { text = "Passed by.", tags = new[] { tag } });
        var wanted = await _api.GivenPublishedAsync(claim, "Mostly false");
        await _api.GivenDraftAsync(other, "True");
        var path = $"/verdicts?tag={Uri.EscapeDataString(tag.ToUpperInvariant())}&{filter}";

        Assert.Equal([wanted], (await _api.GetAsync(path)).Ids());
        Assert.Equal(1, await _api.CountAsync(path));
    }

    [Fact]
    public async Task Verdicts_of_an_article_are_those_on_the_claims_of_its_sentences()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The verdicts of this article are 1.");
        var verdict = await _api.GivenDraftAsync(
            await _api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = "One." }), "Unproven");
        await _api.GivenDraftAsync(await _api.GivenClaimAsync("Of no article."), "Unproven");

        Assert.Equal([verdict], (await _api.GetAsync($"/verdicts?articleId={article}")).Ids());
        Assert.Empty((await _api.GetAsync($"/verdicts?articleId={article}&from=2026-03-04")).Items);
        Assert.Empty((await _api.GetAsync($"/verdicts?articleId={article}&to=2026-03-02")).Items);
    }

    [Fact]
    public async Task Verdicts_are_found_by_who_wrote_them_who_approved_them_and_who_has_the_claim()
    {
        var (mine, others) = (await host.AsAsync("editor", "Ada of verdicts"), await host.AsAsync("editor", "Bo of verdicts"));
        var claim = await _api.GivenAsync("/claims", new { text = "Of two.", tags = new[] { "people" } });
        var (first, second) = (await mine.GivenPublishedAsync(claim, "True"), await others.GivenDraftAsync(claim, "False"));
        await _api.AssignAsync(claim, "Bo of verdicts");

        Assert.Equal([first], (await mine.GetAsync("/verdicts?tag=people&author=me")).Ids());
        Assert.Equal([second], (await mine.GetAsync("/verdicts?tag=people&author=BO%20of%20verdicts")).Ids());
        Assert.Equal([first], (await mine.GetAsync("/verdicts?tag=people&reviewer=Colleague")).Ids());
        Assert.Equal([second], (await mine.GetAsync("/verdicts?tag=people&reviewer=none")).Ids());
        Assert.Equal([second, first], (await others.GetAsync("/verdicts?tag=people&assignee=me")).Ids());
        Assert.Empty((await mine.GetAsync("/verdicts?tag=people&assignee=none")).Items);
        var file = (await mine.GetAsync("/exports/verdicts.csv?tag=people&author=me")).Text;
        Assert.Equal(2, file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var nobody = await mine.GetAsync("/verdicts?author=Ad%20of%20verdicts");
        Assert.Equal(HttpStatusCode.BadRequest, nobody.Status);
        Assert.Contains("Ada of verdicts", nobody.Error("author"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verdicts_are_paged_the_newest_first_unless_sort_says_otherwise()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "Paged.", tags = new[] { "paged" } });
        var ids = new[] { await _api.GivenDraftAsync(claim, 1), await _api.GivenDraftAsync(claim, 2), await _api.GivenDraftAsync(
            claim, 3) };

        Assert.Equal(ids, await _api.WalkAsync("/verdicts?tag=paged&sort=id"));
        Assert.Equal(ids.Reverse(), await _api.WalkAsync("/verdicts?tag=paged"));
    }

    [Fact]
    public async Task Verdicts_due_for_review_are_published_and_were_due_before_today()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "Due.", tags = new[] { "due" } });
        long[] verdicts =
        [
            await _api.GivenAsync($"/claims/{claim}/verdicts", new { rating = "Unproven", justification = "J", reviewDue = "2026-03-02" }),
            await _api.GivenAsync($"/claims/{claim}/verdicts", new { rating = "Unproven", justification = "J", reviewDue = "2026-03-03" }),
            await _api.GivenAsync($"/claims/{claim}/verdicts", new { rating = "Unproven", justification = "J" }),
        ];
        foreach (var verdict in verdicts)
        {
            await _api.PublishAsync(verdict);
        }

        await _api.GivenAsync(
            $"/claims/{claim}/verdicts", new { rating = "Unproven", justification = "A draft.", reviewDue = "2026-03-02" });

        Assert.Equal([verdicts[0]], (await _api.GetAsync("/verdicts?tag=due&reviewDue=past")).Ids());
        var csv = (await _api.GetAsync("/exports/verdicts.csv?tag=due&reviewDue=past")).Text;
        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Single((await _api.GetAsync("/exports/verdicts.jsonl?tag=due&reviewDue=past")).Text.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("reviewDue=soon", "reviewDue")]
    [InlineData("asOf=2026-01-01", "asOf")]
    [InlineData("asOf=2026-01-01T00:00:00Z&state=draft", "state")]
    [InlineData("state=done", "state")]
    [InlineData("sort=rating", "sort")]
    [InlineData("to=tomorrow", "to")]
    [InlineData("articleId=x", "articleId")]
    public async Task A_wrong_filter_is_refused(string query, string field)
    {
        var answer = await _api.GetAsync("/verdicts?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }
}
