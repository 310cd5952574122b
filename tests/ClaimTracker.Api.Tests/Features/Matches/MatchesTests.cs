using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Words;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Matches;

public sealed class MatchesTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_text_finds_the_claim_that_says_the_same()
    {
        var claim = await _api.GivenClaimAsync("The ferry to Brumholm sank twice in 1987.");
        await _api.GivenPublishedAsync(claim, "False");

        var match = (await MatchesAsync("In 1987 the Brumholm ferry sank twice! https://t.co/x — Jo (@jo) May 1, 2026"))[0]!;

        Assert.Equal((claim, "The ferry to Brumholm sank twice in 1987."), ((long)match["claimId"]!, (string)match["text"]!));
        Assert.InRange((double)match["score"]!, 0.5, 1);
        Assert.Equal(
            ["words", "letters"],
            match["components"]!.AsArray().Select(static part => (string)part!["name"]!),
            StringComparer.Ordinal);
        Assert.Equal(("False", "published"), ((string)match["verdict"]!["rating"]!["name"]!, (string)match["verdict"]!["state"]!));
        Assert.Null(match["state"]);
        Assert.Empty(match["mayDiffer"]!.AsArray());
    }

    [Fact]
    public async Task What_may_be_another_claim_is_never_likely_the_same()
    {
        await _api.GivenClaimAsync("Kelmar exported 300 tons of herring in June.");

        var same = (await MatchesAsync("Kelmar exported 300 tons of herring in June."))[0]!;
        var other = (await MatchesAsync("Kelmar exported 900 tons of herring in June."))[0]!;

        Assert.True((bool)same["likelySame"]!);
        Assert.False((bool)other["likelySame"]!);
        Wire.Same(new[] { new { kind = "number", here = "900 tons", there = "300 tons" } }, other["mayDiffer"]);
    }

    [Fact]
    public async Task Each_search_knows_what_was_written_before_it()
    {
        var claim = await _api.GivenClaimAsync("Ostrava has a tram to Zlin.");
        Assert.Contains(claim, Ids(await MatchesAsync("Ostrava tram Zlin")));

        await _api.PatchAsync($"/claims/{claim}", new { text = "A whale swam up the Odra.", headline = "Whale near Opole?" });
        Assert.DoesNotContain(claim, Ids(await MatchesAsync("Ostrava tram Zlin")));
        Assert.Contains(claim, Ids(await MatchesAsync("Opole whale")));

        var into = await _api.GivenClaimAsync("In the Odra a whale was seen.");
        await _api.PostAsync($"/claims/{claim}/merge", new { into, reason = "The same." });
        Assert.DoesNotContain(claim, Ids(await MatchesAsync("Opole whale")));
        Assert.Contains(into, Ids(await MatchesAsync("whale Odra")));
        await _api.PostAsync($"/claims/{claim}/unmerge", new { reason = "They differ." });
        Assert.Contains(claim, Ids(await MatchesAsync("Opole whale")));
    }

    [Fact]
    public async Task A_deleted_claim_is_found_no_more_and_its_decisions_go_with_it()
    {
        var kept = await _api.GivenClaimAsync("The lighthouse of Skagen is red and white.");
        var gone = await _api.GivenClaimAsync("Skagen has a lighthouse, red and white.");
        await _api.PutAsync($"/claims/{gone}/matches/{kept}", new { state = "confirmed" });

        await _api.DeleteAsync($"/claims/{gone}");

        Assert.DoesNotContain(gone, Ids(await MatchesAsync("lighthouse Skagen red white")));
        Assert.Contains(kept, Ids(await MatchesAsync("lighthouse Skagen red white")));
    }

    [Fact]
    public async Task A_decision_holds_from_both_sides()
    {
        var one = await _api.GivenClaimAsync("The bakery of Rue Mouffetard sold 9,000 baguettes.");
        var other = await _api.GivenClaimAsync("9,000 baguettes were sold by the bakery in Rue Mouffetard.");
        var path = $"/claims/{other}/matches/{one}";

        var confirmed = await _api.PutAsync(path, new { state = "confirmed", relation = "narrower" });
        Assert.Equal(HttpStatusCode.Created, confirmed.Status);
        Assert.Equal("narrower", (string)confirmed.Json["relation"]!);
        Assert.Equal(HttpStatusCode.OK, (await _api.PutAsync(path, new { state = "confirmed", relation = "narrower" })).Status);
        Assert.Equal("confirmed", (string)(await OfClaimAsync(one)).Single(match => (long)match!["claimId"]! == other)!["state"]!);
        var again = await _api.PutAsync($"/claims/{one}/matches/{other}", new { state = "confirmed", relation = "broader" });
        Assert.Equal((string)confirmed.Json["decidedAt"]!, (string)again.Json["decidedAt"]!);

        Assert.Equal(HttpStatusCode.OK, (await _api.PutAsync($"/claims/{one}/matches/{other}", new { state = "rejected" })).Status);
        Assert.DoesNotContain(other, Ids(await OfClaimAsync(one)));
        Assert.DoesNotContain(one, Ids(await OfClaimAsync(other)));
        Assert.DoesNotContain(one, Ids(await OfClaimAsync(one)));
    }

    [Fact]
    public async Task The_open_sentences_of_an_article_are_looked_up_at_once()
    {
        var claim = await _api.GivenClaimAsync("The opera of Tampere burnt down in 1931.");
        var (article, sentences) = await _api.GivenArticleAsync(
            "It was warm on Zugspitze 7. The Tampere opera burnt down in 1931. In 1931 Tampere had an opera, which burnt down.");
        await _api.PatchAsync($"/sentences/{sentences[2]}", new { state = "not_checkable" });

        var items = (await _api.PostAsync($"/articles/{article}/matches?limit=1")).Json["items"]!.AsArray();

        Assert.Equal((sentences[1], 1), ((long)items[0]!["sentenceId"]!, (int)items[0]!["ordinal"]!));
        Assert.Equal(claim, (long)Assert.Single(items[0]!["matches"]!.AsArray())!["claimId"]!);
        Assert.DoesNotContain(items, item => (long)item!["sentenceId"]! == sentences[2]);
    }

    [Fact]
    public async Task An_article_is_answered_in_lines_on_request()
    {
        await _api.GivenClaimAsync("The planetarium of Jena was built in 1926.");
        var (article, _) = await _api.GivenArticleAsync(
            "A planetarium is round. The planetarium of Jena was built in 1926. In Jena there is more than one.");
        var whole = await _api.PostAsync($"/articles/{article}/matches");

        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/articles/{article}/matches");
        request.Headers.Add("Accept", "application/x-ndjson");
        var lines = await _api.SendAsync(request);

        Assert.Equal("application/x-ndjson", lines.ContentHeaders.ContentType!.MediaType);
        Assert.Contains("Accept", string.Join(' ', lines.Headers.Vary), StringComparison.Ordinal);
        Assert.EndsWith("\n", lines.Text, StringComparison.Ordinal);
        Assert.Equal(
            whole.Items.ToJsonString(ApiJson.Options),
            new JsonArray([.. lines.Text.TrimEnd().Split('\n').Select(static line => JsonNode.Parse(line))]).ToJsonString(ApiJson.Options));
        var scores = whole.Items.Select(static item => (double)item!["matches"]![0]!["score"]!).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.True(scores.Count > 1);
    }

    [Fact]
    public async Task A_reader_sees_no_verdict_that_is_not_published()
    {
        var claim = await _api.GivenClaimAsync("Minigolf is the national sport of Vaduz.");
        await _api.GivenEvidenceAsync(claim);
        await _api.GivenDraftAsync(claim, "False");
        var reader = await host.AsAsync("reader", "Match reader");

        Assert.NotNull((await MatchesAsync("Minigolf Vaduz"))[0]!["verdict"]);
        var seen = (await reader.PostAsync("/matches", new { text = "Minigolf Vaduz" })).Json["items"]![0]!;
        Assert.Equal(claim, (long)seen["claimId"]!);
        Assert.Null(seen["verdict"]);
    }

    [Fact]
    public async Task As_many_are_found_as_are_asked_for()
    {
        for (var i = 0; i < 12; i++)
        {
            await _api.GivenClaimAsync($"The {i}th chess board of Brno is wooden.");
        }

        Assert.Equal(10, (await MatchesAsync("chess boards of Brno")).Count);
        var two = await _api.PostAsync("/matches", new { text = "chess boards of Brno", limit = 2 });
        Assert.Equal(2, two.Json["items"]!.AsArray().Count);
        var refused = await _api.PostAsync("/matches", new { text = "chess", limit = Limits.Matches + 1 });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.PostAsync("/matches", new { text = "chess", limit = Limits.Matches })).Status);
    }

    private static IEnumerable<long> Ids(JsonArray matches) => matches.Select(static match => (long)match!["claimId"]!);

    private async Task<JsonArray> MatchesAsync(string text) => (await _api.PostAsync("/matches", new { text })).Json["items"]!.AsArray();

    private async Task<JsonArray> OfClaimAsync(long claim) => (await _api.GetAsync($"/claims/{claim}/matches")).Json["items"]!.AsArray();
}
