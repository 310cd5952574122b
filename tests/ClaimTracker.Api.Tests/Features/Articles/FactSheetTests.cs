using System.Net;
using System.Net.Http.Headers;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>The fact sheet of an article: what its author is handed.</summary>
public sealed class FactSheetTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task It_says_line_by_line_who_found_what_and_what_became_of_it()
    {
        var (article, mended, claim) = await GivenSettledAsync("lions");

        var sheet = (await _api.GetAsync($"/articles/{article}/factsheet")).Json;

        Assert.Equal((article, 2), ((long)sheet["articleId"]!, (int)sheet["version"]!));
        var lines = sheet["lines"]!.AsArray();
        Assert.Equal([1, 2], lines.Select(static line => (int)line!["line"]!));
        Assert.Equal(("skipped", "Of no weight."), ((string)lines[0]!["state"]!, (string)lines[0]!["reason"]!));
        Assert.Equal((mended, "cleared"), ((long)lines[1]!["sentenceId"]!, (string)lines[1]!["state"]!));
        var found = Assert.Single(lines[1]!["claims"]!.AsArray())!;
        Assert.Equal(claim, (long)found["id"]!);
        Assert.Equal("The zoo has 90 lions.", (string)found["sentenceWas"]!);
        Assert.Equal(("False", "published"), ((string)found["rating"]!, (string)found["verdictState"]!));
        Assert.Equal(("admin (configured)", "Colleague"), ((string)found["checkedBy"]!, (string)found["secondReader"]!));
        Assert.Equal("As the register says.", (string)found["evidence"]![0]!["excerpt"]!);
        Assert.Equal(("changed", "Mended."), ((string)found["outcome"]!, (string)found["outcomeNote"]!));
    }

    [Fact]
    public async Task It_is_handed_out_as_CSV_and_as_a_page_by_extension_or_Accept()
    {
        var (article, _, _) = await GivenSettledAsync("<b>tigers</b>");

        var csv = await _api.GetAsync($"/articles/{article}/factsheet.csv");
        var page = await _api.GetAsync($"/articles/{article}/factsheet.html");

        Assert.Equal(("text/csv", "text/html"), (csv.ContentHeaders.ContentType!.MediaType, page.ContentHeaders.ContentType!.MediaType));
        Assert.StartsWith("line,sentence_id,state,reason,sentence,", csv.Text, StringComparison.Ordinal);
        Assert.Contains("supports: \u201cAs the register says.\u201d (https://example.org/register)", csv.Text, StringComparison.Ordinal);
        Assert.Contains("<del>The zoo has 90 &lt;b&gt;tigers&lt;/b&gt;.</del>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>tigers", page.Text, StringComparison.Ordinal);
        Assert.Equal(csv.Text, (await AcceptAsync(article, "text/csv")).Text);
        Assert.Equal(page.Text, (await AcceptAsync(article, "text/html,application/xhtml+xml;q=0.9")).Text);
        Assert.Equal("application/json", (await AcceptAsync(article, "*/*")).ContentHeaders.ContentType!.MediaType);
    }

    [Fact]
    public async Task It_says_when_a_source_was_read_where_its_copy_is_and_what_stays_inside()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The moat is 3 metres deep.");
        var evidence = await _api.PostAsync($"/sentences/{sentences[0]}/evidence", new
        {
            source = new
            {
                title = "Survey",
                accessedOn = "2026-02-28",
                archivedUrl = "https://copies.example/survey",
                confidential = true,
            },
            excerpt = "3.0 m.",
            stance = "supports",
            @public = false,
            publicNote = "As surveyed.",
        });
        await _api.GivenDraftAsync((long)evidence.Json["claimId"]!, "True");

        var sheet = await _api.GetAsync($"/articles/{article}/factsheet.csv");

        Assert.Contains(
            "\u201c3.0 m.\u201d (Survey, archived at https://copies.example/survey, read on 2026-02-28, confidential source, not public) "
            + "As surveyed.",
            sheet.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_taken_out_comes_last_and_has_no_number()
    {
        var (article, sentences) = await _api.GivenArticleAsync("The park has 3 gates. The park has 88 ponds and one very old oak.");
        await _api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = "The park has 88 ponds." });
        await _api.PutAsync($"/articles/{article}/text", new { text = "The park has 3 gates." });

        var lines = (await _api.GetAsync($"/articles/{article}/factsheet")).Json["lines"]!.AsArray();

        Assert.Equal([sentences[0], sentences[1]], lines.Select(static line => (long)line!["sentenceId"]!));
        Assert.Equal((null, "orphaned"), ((int?)lines[1]!["line"], (string)lines[1]!["state"]!));
    }

    [Fact]
    public async Task An_article_that_does_not_exist_has_none() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/articles/999999/factsheet.csv")).Status);

    private async Task<(long Article, long Mended, long Claim)> GivenSettledAsync(string animals)
    {
        var (article, sentences) = await _api.GivenArticleAsync($"It was a sunny day for {animals}. The zoo has 90 {animals}.");
        await _api.PatchAsync($"/sentences/{sentences[0]}", new { state = "skipped", reason = "Of no weight." });
        var claim = await _api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = $"The zoo has 90 {animals}." });
        await _api.GivenPublishedAsync(claim, "False");
        var revision = await _api.PutAsync(
            $"/articles/{article}/text", new { text = $"It was a sunny day for {animals}. The zoo has 9 {animals}." });
        var mended = (long)revision.Json["lineage"]![0]!["to"]!;
        await _api.PutAsync($"/sentences/{mended}/claims/{claim}", new { outcome = "changed", outcomeNote = "Mended." });
        return (article, mended, claim);
    }

    private Task<Answer> AcceptAsync(long article, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/articles/{article}/factsheet");
        request.Headers.Accept.Clear();
        foreach (var type in accept.Split(','))
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(type));
        }

        return _api.SendAsync(request);
    }
}
