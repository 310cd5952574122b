using System.Diagnostics.CodeAnalysis;
using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Writing;

/// <summary>The state that the writer keeps on claims is what the view claim_states works out, whatever was done before.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Nothing is secret here, and every run must be the same.")]
public sealed class ClaimStateTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const int Walks = 4;
    private const int Steps = 80;

    private const string DifferenceSql = """
        select min(c.id)
        from claims c
        left join claim_states s on s.claim_id = c.id
        where c.status is distinct from s.status
            or c.evidence_count is distinct from s.evidence_count
            or c.verdict_id is distinct from s.verdict_id
            or c.disputed is distinct from s.disputed
        """;

    private static readonly string[] Ratings = ["True", "False", "Unproven"];

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task What_is_kept_is_what_the_view_says()
    {
        await host.AsAsync("checker", "Walker");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 1; seed <= Walks; seed++)
        {
            var walk = new Random(seed);
            var claims = new List<long>();
            while (claims.Count < 6)
            {
                claims.Add(await _api.GivenClaimAsync($"Claim {claims.Count} of walk {seed}."));
            }

            for (var step = 0; step < Steps; step++)
            {
                var what = await StepAsync(walk, claims);

                Assert.True(host.Store.Ask(DifferenceSql) is null or "", $"{what} (step {step} of walk {seed}) left another state.");
                seen.Add(host.Store.Ask($"select status from claims where id = {claims[walk.Next(claims.Count)]}") ?? "");
            }
        }

        Assert.True(seen.Count > 6, $"The walks came by {string.Join(", ", seen)} only.");
    }

    // What is refused in the state of the moment changes nothing, and is as good a step as any.
    private async Task<string> StepAsync(Random walk, List<long> claims)
    {
        var claim = claims[walk.Next(claims.Count)];
        var other = claims[walk.Next(claims.Count)];
        var verdict = await AnyAsync(walk, $"/claims/{claim}/verdicts");
        var evidence = await AnyAsync(walk, $"/claims/{claim}/evidence");
        var rating = Ratings[walk.Next(Ratings.Length)];
        (string What, Func<Task> Act)[] steps =
        [
            ("evidence", () => _api.PostAsync($"/claims/{claim}/evidence", new
            {
                source = new { url = $"https://example.org/{walk.Next(5)}" }, excerpt = "As is said there.", stance = "supports",
            })),
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
