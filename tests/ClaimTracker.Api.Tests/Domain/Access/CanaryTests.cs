using System.Net;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Access;

/// <summary>
/// Words that stand in a draft only, and in what is said about it, reach nobody who may not see drafts: every route is asked,
/// with every filter that could tell, by every role.
/// </summary>
public sealed class CanaryTests(DeskOfRoles desk) : IClassFixture<DeskOfRoles>
{
    private const string Canary = "zizanie-of-the-draft";

    private static int _towers;

    [Theory]
    [InlineData("public")]
    [InlineData("reader")]
    public async Task No_route_shows_a_draft_to_who_may_not_see_it(string role)
    {
        var draft = await DraftAsync();
        var seen = new List<string>();
        foreach (var request in Addresses(draft).Select(static address => new HttpRequestMessage(HttpMethod.Get, address))
            .Concat(Changes(draft)))
        {
            var (address, answer) = ($"{request.Method} {request.RequestUri}", await desk.As(role).SendAsync(request));
            if (answer.Text.Contains(Canary, StringComparison.Ordinal)
                || answer.Headers.ToString().Contains(Canary, StringComparison.Ordinal)
                || (int)answer.Status >= 500)
            {
                seen.Add($"{address}: {(int)answer.Status}");
            }
        }

        Assert.Empty(seen);
    }

    [Fact]
    public async Task The_canary_can_be_seen_by_who_may()
    {
        var draft = await DraftAsync();

        foreach (var role in (string[])["checker", "editor", "admin"])
        {
            var texts = new StringBuilder();
            foreach (var address in Addresses(draft))
            {
                texts.Append((await desk.As(role).SendAsync(new HttpRequestMessage(HttpMethod.Get, address))).Text);
            }

            Assert.Contains(Canary, texts.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("public")]
    [InlineData("reader")]
    public async Task A_draft_is_not_counted_not_found_and_not_named(string role)
    {
        var draft = await DraftAsync();
        var api = desk.As(role);

        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/verdicts/{draft.Verdict}")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await api.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/api/v1/verdicts/{draft.Verdict}"))).Status);
        Assert.Equal(0, (long)(await api.GetAsync($"/verdicts?articleId={draft.Article}&count=true")).Json["total"]!);
        Assert.Equal(0, (long)(await api.GetAsync("/verdicts?state=draft&count=true")).Json["total"]!);
        Assert.Equal(
            "", string.Join('\n', (await api.GetAsync("/exports/verdicts.csv?state=draft&tag=canary")).Text.Split("\r\n").Skip(1)));
        Assert.Equal("", (await api.GetAsync("/exports/verdicts.jsonl?state=draft&tag=canary")).Text);
        if (role == "reader")
        {
            Assert.Null((await api.GetAsync($"/claims/{draft.Claim}")).Json["verdict"]);
            Assert.Null((await api.GetAsync($"/sentences/{draft.Sentence}")).Json["claims"]![0]!["verdict"]);
        }
    }

    // A refusal, too, can say more than it should.
    private IEnumerable<HttpRequestMessage> Changes(Draft draft) =>
        from endpoint in EndpointTypes.All
        let route = desk.Host.Route(endpoint.Name)
        where route.Method != HttpMethod.Get
        from id in draft.Ids
        select Refusals.Request(route.Method, route.Address($"{id}"), GoodBodies.Of(endpoint) ?? (route.HasBody ? "{}" : null));

    private IEnumerable<string> Addresses(Draft draft)
    {
        foreach (var route in desk.Host.Routes)
        {
            if (route.Method == HttpMethod.Get)
            {
                foreach (var id in draft.Ids)
                {
                    yield return route.Address($"{id}");
                }
            }
        }

        foreach (var filter in (string[])
        [
            "state=draft", "state=draft&rating=Half%20true", "rating=3", $"articleId={draft.Article}", "tag=canary", "sort=id&limit=500",
            "count=true", "reviewDue=past", "asOf=2999-01-01T00:00:00Z",
        ])
        {
            yield return $"/api/v1/verdicts?{filter}";
            var ofLists = filter.StartsWith("sort", StringComparison.Ordinal) || filter.StartsWith("count", StringComparison.Ordinal);
            yield return $"/api/v1/exports/verdicts.csv?{(ofLists ? "state=draft" : filter)}";
        }

        yield return $"/api/v1/comments?subject=verdict/{draft.Verdict}";
        yield return $"/api/v1/comments?subject=article/{draft.Article}";
        yield return $"/api/v1/articles/{draft.Article}/citations";
        yield return $"/api/v1/history?subject=verdict/{draft.Verdict}";
        yield return "/api/v1/history?limit=500";
        yield return "/api/v1/changes?limit=500";
        yield return "/api/v1/claims?tag=canary&count=true";
        yield return $"/api/v1/claims/{draft.Claim}/verdicts?state=draft&count=true";
    }

    private async Task<Draft> DraftAsync()
    {
        var checker = desk.As("checker");
        var (article, sentences) = await checker.GivenArticleAsync($"The tower was {Interlocked.Increment(ref _towers)} metres high.");
        var claim = await checker.GivenAsync(
            $"/sentences/{sentences[0]}/claims", new { text = "The tower was high.", tags = new[] { "canary" } });
        var evidence = await checker.GivenEvidenceAsync(claim);
        var verdict = await checker.GivenAsync($"/claims/{claim}/verdicts", new
        {
            rating = "Half true",
            justification = $"A {Canary} says so.",
            reviewDue = "2020-01-01",
            review = new { title = Canary, url = $"https://drafts.example/{Canary}" },
        });
        var comment = await checker.GivenAsync("/comments", new { subject = $"verdict/{verdict}", text = $"Look at the {Canary}." });
        await checker.GivenAsync("/comments", new { subject = $"article/{article}", text = $"It hangs on the {Canary}." });
        return new Draft(article, sentences[0], claim, evidence, verdict, comment);
    }

    private sealed record Draft(long Article, long Sentence, long Claim, long Evidence, long Verdict, long Comment)
    {
        public IEnumerable<long> Ids => new[] { Article, Sentence, Claim, Evidence, Verdict, Comment }.Distinct();
    }
}
