using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Reviews;

/// <summary>Published verdicts as ClaimReview, as pages and in frames.</summary>
public sealed class ReviewsTests : IAsyncLifetime
{
    private static readonly object Correction = new
    {
        kind = "correction",
        reason = "Inside reason.",
        publicText = "We had mistaken feet for metres.",
        rating = "Mostly true",
        justification = "It is 88.",
    };

    private readonly ApiHost _host = new(
        ("Auth:Public", "true"),
        ("Publication:Name", "Tidings & Co"),
        ("Publication:Url", "https://tidings.example"),
        ("Publication:Site", "https://checks.tidings.example/"),
        ("Publication:License", "https://license.example/by"),
        ("Embeds:Origins", "https://partner.example"));

    private ApiDriver Api => _host.Api;

    private ApiDriver Public => new(_host.Stranger);

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_ClaimReview_has_all_that_is_known()
    {
        var verdict = await GivenAsync();

        var answer = await Public.GetAsync($"/verdicts/{verdict}/claimreview");
        var json = answer.Json;

        Assert.Equal("application/ld+json", answer.ContentHeaders.ContentType!.MediaType);
        Assert.Equal("ClaimReview", (string)json["@type"]!);
        Assert.Equal($"https://checks.tidings.example/reviews/{verdict}#review", (string)json["@id"]!);
        Assert.Equal("https://tidings.example/checks/pier", (string)json["url"]!);
        Assert.Equal("The pier is 90 metres long.", (string)json["claimReviewed"]!);
        Assert.Equal(("2026-03-03T12:00:00Z", "https://license.example/by"), ((string)json["datePublished"]!, (string)json["license"]!));
        Assert.Equal(
            """{"@type":"Organization","name":"Tidings \u0026 Co","url":"https://tidings.example"}""", json["author"]!.ToJsonString());
        Assert.Equal(
            """{"@type":"Rating","ratingValue":1,"bestRating":5,"worstRating":1,"alternateName":"False","ratingExplanation":"It is 80."}""",
            json["reviewRating"]!.ToJsonString());
        var claim = json["itemReviewed"]!;
        Assert.Equal(
            """[{"@type":"Person","name":"Bo Lind","jobTitle":"Mayor","sameAs":"https://people.example/bo"},"""
            + """{"@type":"Organization","name":"Harbour Party"}]""",
            claim["author"]!.ToJsonString());
        Assert.Equal("2026-02", (string)claim["datePublished"]!);
        Assert.Equal("https://speech.example/", (string)claim["firstAppearance"]!["url"]!);
        Assert.Equal("2026-02-01", (string)claim["appearance"]![0]!["datePublished"]!);
        var source = json["citation"]![0]!;
        Assert.Equal(("Plans", "https://plans.example/", "https://archive.example/plans"), (
            (string)source["name"]!, (string)source["url"]!, (string)source["archivedAt"]!));
        Assert.Equal("""["https://plans.example/","https://archive.example/plans"]""", json["isBasedOn"]!.ToJsonString());
        Assert.Null(json["correction"]);
        Assert.Null(json["creativeWorkStatus"]);
    }

    [Fact]
    public async Task A_correction_keeps_the_id_and_a_retraction_says_so()
    {
        var first = await GivenAsync();
        _host.Time.Advance(TimeSpan.FromDays(1));
        var second = await Api.GivenCorrectionAsync(
            first, Correction);

        var corrected = (await Public.GetAsync($"/verdicts/{second}/claimreview")).Json;
        var replaced = (await Public.GetAsync($"/verdicts/{first}/claimreview")).Json;
        await Api.MoveAsync(second, "retract", new { reason = "Nobody can measure it." });
        var retracted = (await Public.GetAsync($"/verdicts/{second}/claimreview")).Json;

        Assert.Equal((string)replaced["@id"]!, (string)corrected["@id"]!);
        Assert.Equal(
            ("2026-03-03T12:00:00Z", "2026-03-04T12:00:00Z"), ((string)corrected["datePublished"]!, (string)corrected["dateModified"]!));
        Assert.Equal(
            """[{"@type":"CorrectionComment","text":"We had mistaken feet for metres.","datePublished":"2026-03-04T12:00:00Z"}]""",
            corrected["correction"]!.ToJsonString());
        Assert.Equal("Superseded", (string)replaced["creativeWorkStatus"]!);
        Assert.Equal("Retracted", (string)retracted["creativeWorkStatus"]!);
        Assert.Equal("Nobody can measure it.", (string)retracted["correction"]![0]!["text"]!);
    }

    [Fact]
    public async Task Validation_names_what_the_guideline_would_reject()
    {
        var claim = await Api.GivenClaimAsync("A claim of so many words that no list of results would ever show all of them.");
        var verdict = await Api.GivenPublishedAsync(claim, "Unproven");

        var poor = (await Public.GetAsync($"/verdicts/{verdict}/claimreview?validate=true")).Json;
        var good = (await Public.GetAsync($"/verdicts/{await GivenAsync()}/claimreview?validate=true")).Json;
        await Api.MoveAsync(verdict, "retract", new { reason = "Wrong." });
        var retracted = (await Public.GetAsync($"/verdicts/{verdict}/claimreview?validate=true")).Json;

        Assert.Equal(
            ["reviewRating.ratingValue", "claimReviewed", "itemReviewed.author", "itemReviewed.datePublished", "itemReviewed.appearance"],
            poor["problems"]!.AsArray().Select(p => (string)p!["property"]!),
            StringComparer.Ordinal);
        Assert.True((bool)poor["valid"]!);
        Assert.Equal((true, "[]"), ((bool)good["valid"]!, good["problems"]!.ToJsonString()));
        Assert.False((bool)retracted["valid"]!);
    }

    [Fact]
    public async Task A_draft_is_a_ClaimReview_for_the_desk_only_and_has_no_page()
    {
        var claim = await Api.GivenClaimAsync();
        await Api.GivenEvidenceAsync(claim);
        var draft = await Api.GivenDraftAsync(claim, "False");

        Assert.Equal("Draft", (string)(await Api.GetAsync($"/verdicts/{draft}/claimreview")).Json["creativeWorkStatus"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await Public.GetAsync($"/verdicts/{draft}/claimreview")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Public.GetAsync($"/reviews/{draft}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync($"/reviews/{draft}")).Status);
    }

    [Fact]
    public async Task The_page_shows_the_newest_version_with_its_corrections_and_the_versions_before()
    {
        var first = await GivenAsync("It is <b>80</b>.\nNot 90.");
        var second = await Api.GivenCorrectionAsync(
            first, Correction);

        using var page = await _host.Stranger.GetAsync($"/reviews/{first}");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Contains("frame-ancestors https://partner.example", page.Headers.GetValues(
            "Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("<p class=\"rating\">Mostly true</p>", html, StringComparison.Ordinal);
        Assert.Contains("We had mistaken feet for metres.", html, StringComparison.Ordinal);
        Assert.Contains("It is &lt;b&gt;80&lt;/b&gt;.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://tidings.example/checks/pier\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Inside reason.", html, StringComparison.Ordinal);
        var json = JsonNode.Parse(html.Split("<script type=\"application/ld+json\">")[1].Split("</script>")[0])!;
        Assert.Equal("It is 88.", (string)json["reviewBody"]!);

        var later = new HttpRequestMessage(HttpMethod.Get, $"/reviews/{second}");
        using var here = new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true };
        using var follower = new HttpClient(here) { BaseAddress = _host.Stranger.BaseAddress };
        using var moved = await follower.SendAsync(later);
        Assert.Equal(
            (HttpStatusCode.PermanentRedirect, $"/api/v1/reviews/{first}"), (moved.StatusCode, moved.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task No_page_or_ClaimReview_names_a_confidential_source_even_for_the_desk()
    {
        var claim = await Api.GivenClaimAsync();
        await Api.PostAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = "https://whisper.example/", title = "whisper-title", confidential = true },
            excerpt = "whisper-excerpt",
            stance = "supports",
            note = "whisper-note",
        });
        var verdict = await Api.GivenDraftAsync(claim, "True");
        await Api.PublishAsync(verdict);

        string[] files = ["/exports/verdicts.html", "/exports/verdicts.jsonld", "/feeds/verdicts.jsonld", "/exports/averitec.json"];
        foreach (var path in files.Append($"/verdicts/{verdict}/claimreview").Append($"/reviews/{verdict}"))
        {
            Assert.DoesNotContain("whisper", (await Api.GetAsync(path)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OEmbed_says_how_to_frame_a_review()
    {
        var verdict = await GivenAsync();
        const string Site = "https%3A%2F%2Fchecks.tidings.example%2Freviews%2F";

        var answer = JsonNode.Parse(await _host.Stranger.GetStringAsync($"/oembed?url={Site}{verdict}&format=json&maxwidth=300"))!;
        var unknown = await Public.GetAsync($"/oembed?url={Site}4711");

        Assert.Equal(("1.0", "rich", "Tidings & Co", 300), (
            (string)answer["version"]!, (string)answer["type"]!, (string)answer["provider_name"]!, (int)answer["width"]!));
        Assert.Contains($"src=\"https://checks.tidings.example/reviews/{verdict}\"", (string)answer["html"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Public.GetAsync("/oembed?format=xml&url=x")).Status);
    }

    [Fact]
    public async Task Reviews_are_exported_to_print_and_as_a_graph()
    {
        var verdict = await GivenAsync();

        var page = await Public.GetAsync("/exports/verdicts.html");
        var graph = await Public.GetAsync("/exports/verdicts.jsonld");
        var none = await Public.GetAsync("/exports/verdicts.jsonld?tag=none-has-it");

        Assert.Contains("The pier is 90 metres long.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            $"https://checks.tidings.example/reviews/{verdict}#review", (string)Assert.Single(graph.Json["@graph"]!.AsArray())!["@id"]!);
        Assert.Equal("""{"@context":"https://schema.org","@graph":[]}""", none.Json.ToJsonString());
        Assert.Equal("attachment; filename=\"verdicts-2026-03-03.jsonld\"", graph.ContentHeaders.ContentDisposition!.ToString());
    }

    private async Task<long> GivenAsync(string justification = "It is 80.")
    {
        var claim = await Api.GivenAsync("/claims", new
        {
            text = "The pier is 90 metres long.",
            headline = "How long is the pier?",
            language = "en",
            claimDate = "2026-02",
            claimants = new object[]
            {
                new { name = "Bo Lind", jobTitle = "Mayor", sameAs = "https://people.example/bo" },
                new { name = "Harbour Party" },
            },
            appearances = new[] { new { url = "https://speech.example/", date = "2026-02-01", first = true } },
            tags = new[] { "pier" },
        });
        await Api.PostAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = "https://plans.example/", title = "Plans", archivedUrl = "https://archive.example/plans" },
            excerpt = "80 m",
            stance = "refutes",
        });
        var review = new { url = "https://tidings.example/checks/pier", title = "The pier is shorter" };
        var verdict = await Api.GivenAsync($"/claims/{claim}/verdicts", new { rating = "False", justification, review });
        await Api.PublishAsync(verdict);
        return verdict;
    }
}
