using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>The counts of a coverage always add up, and agree with the lists of sentences, claims and articles.</summary>
public sealed class CoverageSumsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const int Steps = 70;

    private static readonly string[] Ratings = ["True", "True", "True", "True", "Half true", "Unproven"];

    private readonly ApiDriver _api = host.Api;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    // Throws the same numbers on every runtime. From seed 1 they lead through every state that is asked for at the end.
    private int _dice = 1;

    [Fact]
    public async Task Counts_add_up_and_lists_agree_after_every_step()
    {
        List<(long Id, IReadOnlyList<long> Sentences)> articles =
        [
            await _api.GivenArticleAsync("A single sentence has 1 number."),
            await _api.GivenArticleAsync("The port has 2 cranes. It had 1 before."),
            await _api.GivenArticleAsync("Three trains run at 9. Four run at 10. Five run at 11. None runs at 12."),
        ];
        List<long> claims = [];
        await host.AsAsync("checker", "Ines");
        await host.AsAsync("editor", "Otto");

        for (var step = 0; step < Steps; step++)
        {
            var article = articles[Next(articles.Count)];
            await ActAsync(step, article.Id, article.Sentences[Next(article.Sentences.Count)], claims);
            foreach (var (id, _) in articles)
            {
                await AssertAddsUpAsync(id);
            }
        }

        string[] everything =
        [
            "ready", "blocked", "open", "not_checkable", "skipped", "claimed", "cleared", "needs_attention", "orphaned",
            "Ines", "published", "retracted",
        ];
        Assert.Empty(everything.Except(_seen, StringComparer.Ordinal));
    }

    private async Task ActAsync(int step, long article, long sentence, List<long> claims)
    {
        var claim = claims.Count == 0 ? 0 : claims[Next(claims.Count)];
        switch (claim == 0 ? 0 : Next(14))
        {
            case 0 or 1:
                var made = await _api.PostAsync($"/sentences/{sentence}/claims", new { text = $"Claim of step {step}." });
                Expect(made, HttpStatusCode.Created, HttpStatusCode.Conflict); // A sentence that is gone takes none.
                claims.AddRange(made.Status == HttpStatusCode.Created ? [made.Id] : []);
                break;
            case 2:
                Expect(
                    await _api.PutAsync($"/sentences/{sentence}/claims/{claim}", new { role = "repeats" }),
                    HttpStatusCode.OK,
                    HttpStatusCode.Created,
                    HttpStatusCode.Conflict);
                break;
            case 3:
                Expect(
                    await _api.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/sentences/{sentence}/claims/{claim}")),
                    HttpStatusCode.NoContent,
                    HttpStatusCode.NotFound);
                break;
            case 4:
                await _api.GivenEvidenceAsync(claim);
                break;
            case 5:
                await _api.GivenDraftAsync(claim, "False");
                break;
            case 6 or 7 or 8:
                await _api.GivenPublishedAsync(claim, Ratings[Next(Ratings.Length)]);
                break;
            case 9 or 10:
                var state = new[] { "skipped", "not_checkable", "open" }[Next(3)];
                Expect(
                    await _api.PatchAsync($"/sentences/{sentence}", new { state, reason = "So it was found." }),
                    HttpStatusCode.OK,
                    HttpStatusCode.Conflict);
                break;
            case 11:
                await _api.AssignAsync(claim, Next(2) == 0 ? "Ines" : "Otto");
                break;
            case 12:
                await host.MarkEditedAsync(sentence, claim, edited: Next(2) == 0);
                break;
            default:
                await MishapAsync(article, sentence, claim);
                break;
        }
    }

    private async Task MishapAsync(long article, long sentence, long claim)
    {
        if (Next(3) == 0)
        {
            await host.DropAsync(article, sentence);
        }
        else if ((await _api.GetAsync($"/claims/{claim}")).Json["verdict"] is { } verdict && (string)verdict["state"]! == "published")
        {
            await _api.MoveAsync((long)verdict["id"]!, "retract", new { reason = "It does not hold." });
        }
    }

    private async Task AssertAddsUpAsync(long article)
    {
        var coverage = (await _api.GetAsync($"/articles/{article}/coverage")).Json;
        var byState = Counts(coverage["byState"]!);
        var byStatus = Counts(coverage["byStatus"]!);
        var byAssignee = coverage["byAssignee"]!.AsArray();
        var blockers = coverage["blockers"]!.AsArray();

        var orphaned = (int)coverage["orphaned"]!;
        Assert.Equal((int)coverage["sentences"]!, byState.Values.Sum());
        Assert.Equal((int)coverage["claims"]!, byStatus.Values.Sum());
        Assert.Equal((int)coverage["claims"]!, byAssignee.Sum(static a => (int)a!["claims"]!));
        Assert.Equal((int)coverage["claimsLeft"]!, byAssignee.Sum(static a => (int)a!["left"]!));
        Assert.Equal((int)coverage["claimsLeft"]!, (int)coverage["claims"]! - byStatus["published"] - byStatus["corrected"]);
        Assert.InRange((int)coverage["claimsNeedingAttention"]!, byStatus["retracted"], (int)coverage["claims"]!);
        Assert.Equal(blockers.Count, (int)coverage["blockerCount"]!);

        var ready = blockers.Count == 0;
        Assert.Equal(ready, (bool)coverage["readyToPublish"]!);
        Assert.Equal(ready, byState["open"] + byState["claimed"] + byState["needs_attention"] + orphaned == 0);
        Assert.Equal(ready, (await _api.GetAsync("/articles?state=ready")).Ids().Contains(article));
        Assert.Equal(!ready, (await _api.GetAsync("/articles?state=blocked")).Ids().Contains(article));

        // Other routes, which count by other queries.
        Assert.Equal(orphaned, (await _api.GetAsync($"/articles/{article}/sentences?state=orphaned")).Items.Count);
        AssertSame(
            byState,
            (await _api.GetAsync($"/articles/{article}/sentences")).Json["items"]!.Texts("state"));
        AssertSame(byStatus, (await _api.GetAsync($"/claims?articleId={article}&limit=500")).Json["items"]!.Texts("status"));
        _seen.Add(ready ? "ready" : "blocked");
        _seen.UnionWith(byState.Concat(byStatus).Where(static c => c.Value > 0).Select(static c => c.Key));
        _seen.UnionWith(orphaned > 0 ? ["orphaned"] : []);
        _seen.UnionWith(byAssignee.Select(static a => (string?)a!["assignee"] ?? ""));
    }

    private static void AssertSame(IEnumerable<KeyValuePair<string, int>> counts, IEnumerable<string> words) => Assert.Equal(
        words.CountBy(static word => word, StringComparer.Ordinal).OrderBy(static c => c.Key, StringComparer.Ordinal),
        counts.Where(static c => c.Value > 0).OrderBy(static c => c.Key, StringComparer.Ordinal));

    private static void Expect(Answer answer, params HttpStatusCode[] statuses) => Assert.True(
        statuses.Contains(answer.Status), $"{answer.Status} {answer.Text}");

    private static Dictionary<string, int> Counts(JsonNode members) =>
        members.AsObject().ToDictionary(static m => m.Key, static m => (int)m.Value!, StringComparer.Ordinal);

    private int Next(int count)
    {
        _dice = (int)(((_dice * 48_271L) + 11) % int.MaxValue);
        return _dice / 64 % count;
    }
}
