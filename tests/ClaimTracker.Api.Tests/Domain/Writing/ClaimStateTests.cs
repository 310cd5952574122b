using System.Diagnostics.CodeAnalysis;
using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Writing;

/// <summary>
/// The state that the writer keeps on claims is what the view claim_states works out, whatever was done before; and the state of a sentence
/// is what its blockers say.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Nothing is secret here, and every run must be the same.")]
public sealed class ClaimStateTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const int Walks = 4;
    private const int Steps = 120;

    private const string DifferenceSql = """
        select min(c.id)
        from claims c
        left join claim_states s on s.claim_id = c.id
        where c.status is distinct from s.status
            or c.evidence_count is distinct from s.evidence_count
            or c.verdict_id is distinct from s.verdict_id
            or c.disputed is distinct from s.disputed
        """;

    private const string SentenceDifferenceSql = """
        select min(s.sentence_id)
        from sentence_states s
        where s.state <> 'orphaned'
            and exists (select 1 from sentence_claims l where l.sentence_id = s.sentence_id)
            and s.state is distinct from (
                select case max(case b.kind when 'no_verdict' then 1 else 2 end)
                    when 2 then 'needs_attention'
                    when 1 then 'claimed'
                    else 'cleared'
                end
                from sentence_blockers b
                where b.sentence_id = s.sentence_id)
        """;

    private static readonly string[] SentenceStates = ["open", "claimed", "cleared", "needs_attention", "orphaned"];
    private static readonly string[] Ratings = ["True", "False", "Unproven"];

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task What_is_kept_is_what_the_view_says()
    {
        await host.AsAsync("checker", "Walker");
        var (seen, unseen) = (new HashSet<string>(StringComparer.Ordinal), SentenceStates.ToList());
        for (var seed = 1; seed <= Walks; seed++)
        {
            var walk = new Random(seed);
            var (article, sentences) = await _api.GivenArticleAsync(Text(seed, walk));
            var claims = new List<long>();
            while (claims.Count < 6)
            {
                claims.Add(await _api.GivenClaimAsync($"Claim {claims.Count} of walk {seed}."));
            }

            await _api.PutAsync($"/sentences/{sentences[0]}/claims/{claims[0]}", new { role = "asserts" });
            await EvidenceAsync(claims[0], 0);
            await PublishAsync(await _api.GivenAsync($"/claims/{claims[0]}/verdicts", new { rating = "True", justification = "It is." }));
            for (var step = 0; step < Steps; step++)
            {
                var what = await StepAsync(walk, claims, article, seed);

                Assert.True(host.Store.Ask(DifferenceSql) is null or "", $"{what} (step {step} of walk {seed}) left another state.");
                Assert.True(
                    host.Store.Ask(SentenceDifferenceSql) is null or "", $"{what} (step {step} of walk {seed}) left sentences in another.");
                var state = SentenceStates[step % SentenceStates.Length];
                unseen.RemoveAll(one => one == state
                    && host.Store.Ask($"select min(sentence_id) from sentence_states where state = '{state}'") is not (null or ""));
                seen.UnionWith(claims.Where((_, i) => (i + step) % 3 == 0)
                    .Select(claim => host.Store.Ask($"select status from claims where id = {claim}") ?? ""));
            }
        }

        Assert.Empty(unseen);
        Assert.True(seen.Count > 6, $"The walks came by {string.Join(", ", seen)} only.");
    }

    // What is refused in the state of the moment changes nothing, and is as good a step as any.
    private async Task<string> StepAsync(Random walk, List<long> claims, long article, int seed)
    {
        var claim = claims[walk.Next(claims.Count)];
        var other = claims[walk.Next(claims.Count)];
        var verdict = await AnyAsync(walk, $"/claims/{claim}/verdicts");
        var evidence = await AnyAsync(walk, $"/claims/{claim}/evidence");
        var rating = Ratings[walk.Next(Ratings.Length)];
        var sentence = await AnyAsync(walk, $"/articles/{article}/sentences");
        (string What, Func<Task> Act)[] steps =
        [
            ("link", () => _api.PutAsync($"/sentences/{sentence}/claims/{claim}", new { role = "asserts" })),
            ("link", () => _api.PutAsync($"/sentences/{sentence}/claims/{claim}", new { role = "repeats" })),
            ("outcome", () => _api.PutAsync($"/sentences/{sentence}/claims/{claim}", new { outcome = "stands", outcomeNote = "Hers." })),
            ("unlink", () => _api.DeleteAsync($"/sentences/{sentence}/claims/{claim}")),
            ("revise", () => ReviseAsync(article, Text(seed, walk))),
            ("evidence", () => EvidenceAsync(claim, walk.Next(5))),
            ("unlink", () => _api.DeleteAsync($"/evidence/{evidence}/claims/{claim}")),
            ("relink", () => _api.PutAsync($"/evidence/{evidence}/claims/{other}", new { stance = "context" })),
            ("delete evidence", () => _api.DeleteAsync($"/evidence/{evidence}")),
            ("draft", () => _api.PostAsync($"/claims/{claim}/verdicts", new { rating, justification = "As is known." })),
            ("publish", () => PublishAsync(verdict)),
            ("publish", () => PublishAsync(verdict)),
            ("submit", () => _api.PostAsync($"/verdicts/{verdict}/submit")),
            ("withdraw", () => _api.PostAsync($"/verdicts/{verdict}/withdraw")),
            ("reject", () => _api.PostAsync($"/verdicts/{verdict}/reject", new { comment = "Not so." })),
            ("retract", () => _api.PostAsync($"/verdicts/{verdict}/retract", new { reason = "It was wrong." })),
            ("correct", () => _api.PostAsync($"/verdicts/{verdict}/corrections", new
            {
                kind = "correction", reason = "It was wrong.", publicText = "It was wrong.", rating, justification = "As is known now.",
            })),
            ("delete draft", () => _api.DeleteAsync($"/verdicts/{verdict}")),
            ("house", () => _api.PostAsync($"/verdicts/{verdict}/house")),
            ("assign", () => _api.PutAsync($"/claims/{claim}/assignee", new { assignee = walk.Next(2) == 0 ? "Walker" : null })),
            ("edit", () => _api.PatchAsync($"/claims/{claim}", new { headline = $"Headline {walk.Next(9)}" })),
            ("retract", () => _api.PostAsync($"/verdicts/{verdict}/retract", new { reason = "It was wrong." })),
            ("merge", () => _api.PostAsync($"/claims/{claim}/merge", new { into = other, reason = "The same." })),
            ("unmerge", () => _api.PostAsync($"/claims/{claim}/unmerge", new { reason = "Not the same." })),
            ("unmerge", () => _api.PostAsync($"/claims/{other}/unmerge", new { reason = "Not the same." })),
        ];
        var (what, act) = steps[walk.Next(steps.Length)];
        await act();
        return $"{what} of claim {claim}";
    }

    private static string Text(int seed, Random walk) => string.Join(
        ' ', Enumerable.Range(1, 4).Select(line => $"Line {line} of article {seed} says that {walk.Next(2) + 4} boats came in."));

    private async Task ReviseAsync(long article, string text) =>
        await _api.PutAsync($"/articles/{article}/text", new { text });

    private async Task EvidenceAsync(long claim, int source) => await _api.PostAsync($"/claims/{claim}/evidence", new
    {
        source = new { url = $"https://example.org/{source}" },
        excerpt = "As is said there.",
        stance = "supports",
    });

    private async Task PublishAsync(long verdict)
    {
        await _api.PostAsync($"/verdicts/{verdict}/submit");
        var colleague = await _api.Colleague!();
        await colleague.PostAsync($"/verdicts/{verdict}/approve");
        await colleague.PostAsync($"/verdicts/{verdict}/publish");
    }

    private async Task<long> AnyAsync(Random walk, string list)
    {
        var answer = await _api.GetAsync(list);
        var ids = answer.Status is HttpStatusCode.OK ? answer.Ids() : [];
        return ids.Count == 0 ? 999_999 : ids[walk.Next(ids.Count)];
    }
}
