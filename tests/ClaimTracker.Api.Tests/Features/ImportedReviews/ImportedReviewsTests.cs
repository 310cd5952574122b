using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Features.Imports;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.ImportedReviews;

/// <summary>Reviews that other publishers made, as files bring them.</summary>
public sealed class ImportedReviewsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Json = "application/json";
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_review_keeps_what_its_publisher_said_and_its_rating_is_normalised()
    {
        await TakenAsync(
            """
            {"@context":"https://schema.org","@type":"ClaimReview","url":"https://www.pruefer.example/kran",
             "headline":"Kein Kran &amp; kein Hafen","author":{"@type":"Organization","name":"Prüfer"},"inLanguage":"de",
             "datePublished":"2026-02-01","dateModified":"2026-02-03T10:00:00+01:00",
             "claimReviewed":"Der <b>Kran</b> im\nHafen ist umgestürzt.",
             "reviewRating":{"@type":"Rating","alternateName":"Größtenteils falsch","ratingValue":"2","bestRating":5,"worstRating":1},
             "itemReviewed":{"@type":"Claim","author":{"name":"Ines Valdt"},"datePublished":"2026-01-30",
              "appearance":[{"url":"https://posts.example/1"},"https://posts.example/2"]}}
            """);

        var listed = Assert.Single((await _api.GetAsync("/imported-reviews?q=umgestürzt")).Items)!;
        var review = (await _api.GetAsync($"/imported-reviews/{listed["id"]}")).Json;
        Assert.Equal("Der Kran im Hafen ist umgestürzt.", (string?)review["claim"]);
        Assert.Equal(("Kein Kran & kein Hafen", "Prüfer", "pruefer.example", "Ines Valdt", "2026-01-30"), (
            (string?)review["title"], (string?)review["publisher"], (string?)review["site"], (string?)review["claimant"],
            (string?)review["claimDate"]));
        Assert.Equal(("Größtenteils falsch", 2.0, "mostly_false"), (
            (string?)review["rating"], (double?)review["ratingValue"], (string?)review["normalised"]));
        Assert.Equal(("2026-02-01T00:00:00Z", "2026-02-03T09:00:00Z"), ((string?)review["reviewedAt"], (string?)review["changedAt"]));
        Assert.Equal(2, review["appearances"]!.AsArray().Count);
        Assert.Contains("\"@type\":\"ClaimReview\"", (string?)review["markup"], StringComparison.Ordinal);
        Assert.Null(listed["markup"]);
        Assert.Equal(["imported_review.imported"], await host.KindsAsync($"imported_review/{listed["id"]}"));
    }

    [Fact]
    public async Task A_changed_review_replaces_the_earlier_form_which_is_kept_and_an_older_one_does_not()
    {
        await TakenAsync(Review("https://a.example/tram", "The tram is free.", "True", "2026-01-01"));
        var same = await TakenAsync(Review("https://a.example/tram?utm_source=x", "The  tram is free.", "True", "2026-01-01"));
        Assert.Equal((0, 1), Counts(same));
        Assert.Equal((1, 0), Counts(await TakenAsync(Review("https://a.example/tram", "The tram is free.", "False", "2026-01-05"))));
        Assert.Equal((0, 1), Counts(await TakenAsync(Review("https://a.example/tram", "The tram is free.", "Half true", "2026-01-02"))));

        var now = Assert.Single((await _api.GetAsync("/imported-reviews?q=tram")).Items)!;
        Assert.Equal("false", (string?)now["normalised"]);
        var earlier = (await _api.GetAsync($"/imported-reviews/{now["replaces"]}")).Json;
        Assert.Equal(("true", (long?)now["id"]), ((string?)earlier["normalised"], (long?)earlier["replacedBy"]));
        Assert.Equal(2, (await _api.GetAsync("/imported-reviews?q=tram&replaced=true")).Items.Count);
        Assert.Equal((1, 0), Counts(await TakenAsync(Review("https://a.example/tram", "The tram is late.", "False", "2026-01-05"))));
    }

    [Fact]
    public async Task A_list_filters_by_publisher_rating_language_and_day()
    {
        await TakenAsync($"[{Review("https://www.b.example/1", "Filter the water.", "False", "2026-01-01", "en-GB")},"
            + $"{Review("https://c.example/1", "Filter the air.", "True", "2026-01-02", "de")}]");

        Assert.Equal(["Filter the water."], await ClaimsAsync("site=B.example"), StringComparer.Ordinal);
        Assert.Equal(["Filter the air."], await ClaimsAsync("q=filter&normalised=true,mixed"), StringComparer.Ordinal);
        Assert.Equal(["Filter the air."], await ClaimsAsync("q=filter&language=de"), StringComparer.Ordinal);
        Assert.Equal(["Filter the air."], await ClaimsAsync("q=filter&from=2026-01-02"), StringComparer.Ordinal);
        Assert.Equal(["Filter the water."], await ClaimsAsync("q=filter&to=2026-01-01"), StringComparer.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await _api.GetAsync("/imported-reviews?language=..")).Status);
    }

    [Fact]
    public async Task An_answer_of_claims_search_comes_in_and_goes_out_in_the_same_shape()
    {
        var import = await _api.ImportAsync(
            """
            {"claims":[{"text":"Lanterns float for ever.","claimant":"A post","claimDate":"2026-01-03T00:00:00Z","claimReview":[
              {"publisher":{"name":"D","site":"d.example"},"url":"https://d.example/l","title":"No",
               "reviewDate":"2026-01-04T00:00:00Z","textualRating":"Pants on Fire","languageCode":"en"},
              {"publisher":{"site":"e.example"},"url":"https://e.example/l","textualRating":"Falsch","languageCode":"de"}]}],
             "nextPageToken":"x"}
            """,
            "format=google",
            Json);
        Assert.Equal((1, 0), Counts(import));

        var first = (await _api.GetAsync("/v1alpha1/claims:search?query=lanterns&pageSize=1")).Json;
        var second = (await _api.GetAsync(
            $"/v1alpha1/claims:search?query=lanterns&pageSize=1&pageToken={(string)first["nextPageToken"]!}")).Json;

        Assert.Equal(["e.example", "d.example"], Sites(first).Concat(Sites(second)), StringComparer.Ordinal);
        Assert.Null(second["nextPageToken"]);
        var ofOne = await _api.GetAsync("/v1alpha1/claims:search?reviewPublisherSiteFilter=d.example");
        Assert.Equal(["d.example"], Sites(ofOne.Json), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_search_tells_own_reviews_first_and_goes_on_with_those_of_others()
    {
        await TakenAsync(Review("https://f.example/1", "The ferry sank in May.", "False", "2026-01-01"));
        await _api.GivenPublishedAsync(await _api.GivenClaimAsync("The ferry sank in June."), "False");

        var first = (await _api.GetAsync("/v1alpha1/claims:search?query=ferry&pageSize=1")).Json;
        var second = (await _api.GetAsync(
            $"/v1alpha1/claims:search?query=ferry&pageSize=1&pageToken={(string)first["nextPageToken"]!}")).Json;

        Assert.Equal(("127.0.0.1", "f.example"), (Sites(first).Single(), Sites(second).Single()));
        Assert.Null(second["nextPageToken"]);
    }

    [Fact]
    public async Task A_review_of_another_publisher_is_found_as_a_match_and_told_when_a_claim_is_made()
    {
        await TakenAsync(Review("https://g.example/1", "The zeppelin over Kastelmoor carried 300 people.", "False", "2026-01-01"));
        await TakenAsync(Review("https://g.example/1", "The zeppelin over Kastelmoor carried 300 people.", "Fake", "2026-01-02"));

        var found = await _api.PostAsync("/matches", new { text = "The zeppelin over Kastelmoor carried 500 people." });
        Assert.True(found.Status is HttpStatusCode.OK, found.Text);
        var match = Assert.Single(found.Json["reviews"]!.AsArray())!;
        Assert.Equal(("https://g.example/1", "Fake", "false"), (
            (string?)match["url"], (string?)match["rating"], (string?)match["normalised"]));
        Assert.False((bool)match["likelySame"]!);
        Assert.Equal("number", (string?)match["mayDiffer"]![0]!["kind"]);

        var claim = await _api.PostAsync("/claims?match=true", new { text = "The zeppelin over Kastelmoor carried 300 people." });
        Assert.True((bool)claim.Json["reviews"]![0]!["likelySame"]!);
        Assert.Single((await _api.GetAsync($"/claims/{claim.Id}/matches")).Json["reviews"]!.AsArray());
        var article = await _api.GivenArticleAsync("The zeppelin over Kastelmoor carried 300 people. It rained.");
        var sentence = (await _api.PostAsync($"/articles/{article.Id}/matches")).Items.First(
            item => (long)item!["sentenceId"]! == article.Sentences[0])!;
        Assert.Single(sentence["reviews"]!.AsArray());
    }

    [Fact]
    public async Task Search_finds_reviews_of_others_in_their_latest_form()
    {
        await TakenAsync(Review("https://h.example/1", "Windsock thieves are about.", "True", "2026-01-01"));
        await TakenAsync(Review("https://h.example/1", "Windsock thieves are about.", "False", "2026-01-02"));

        var found = Assert.Single((await _api.GetAsync("/search?q=windsock&kinds=imported_review")).Items)!;

        Assert.Equal("imported_review", (string?)found["kind"]);
        Assert.Equal("false", (string?)(await _api.GetAsync(((string)found["href"]!)["/api/v1".Length..])).Json["normalised"]);
    }

    [Fact]
    public async Task Each_object_stands_alone_and_what_is_wrong_is_named()
    {
        var import = await TakenAsync(
            $$"""
            {"@type":"DataFeed","dataFeedElement":[
            {"@type":"DataFeedItem","item":[{{Review("https://i.example/1", "Kites fell.", "False", "January 5, 2026")}}]},
            {"@type":"NewsArticle","headline":"x"},{{Review("not an address", "Kites rose.", "False", "2026-01-01")}},
            {{Review("https://i.example/2", new string('x', Limits.Excerpt + 1), "False", "2026-01-01")}}, {"broken":]}
            """);

        Assert.Equal("done", (string?)import["state"]);
        Assert.Equal(4, (int)import["counts"]!["refused"]!);
        var rows = (await _api.GetAsync($"/imports/{import["id"]}/rows")).Items;
        Assert.Equal([2, 3, 4, 5], rows.Select(static row => (int)row!["line"]!));
        Assert.Contains("holds no ClaimReview", (string?)rows[0]!["problem"], StringComparison.Ordinal);
        Assert.Contains("must be a full address", (string?)rows[1]!["problem"], StringComparison.Ordinal);
        Assert.Contains("10,000", (string?)rows[2]!["problem"], StringComparison.Ordinal);
        Assert.Contains("no JSON from here on", (string?)rows[3]!["problem"], StringComparison.Ordinal);
        Assert.Equal("2026-01-05T00:00:00Z", (string?)(await _api.GetAsync("/imported-reviews?q=kites")).Items[0]!["reviewedAt"]);
    }

    private static string Review(string url, string claim, string rating, string date, string language = "en") => new JsonObject
    {
        ["@type"] = "ClaimReview",
        ["url"] = url,
        ["claimReviewed"] = claim,
        ["datePublished"] = date,
        ["inLanguage"] = language,
        ["author"] = new JsonObject { ["name"] = "A publisher" },
        ["reviewRating"] = new JsonObject { ["alternateName"] = rating },
    }.ToJsonString();

    private static IEnumerable<string> Sites(JsonNode answer) =>
        answer["claims"]!.AsArray().Select(static claim => (string)claim!["claimReview"]![0]!["publisher"]!["site"]!);

    private static (int Made, int Unchanged) Counts(JsonNode import) =>
        ((int)import["counts"]!["made"]!, (int)import["counts"]!["unchanged"]!);

    private Task<JsonNode> TakenAsync(string file) => _api.ImportAsync(file, "format=claimreview", Json);

    private async Task<IEnumerable<string>> ClaimsAsync(string query) =>
        (await _api.GetAsync("/imported-reviews?" + query)).Items.Select(static item => (string)item!["claim"]!);
}
