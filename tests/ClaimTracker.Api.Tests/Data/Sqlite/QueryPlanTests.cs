using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Data.Sqlite;

/// <summary>What is asked for one claim, sentence or verdict costs the same however many there are.</summary>
public sealed class QueryPlanTests(ApiHost host) : IClassFixture<ApiHost>
{
    // The two constant rows that sentence_blockers makes its lines with: they are no table.
    private static readonly string[] Constants = ["SCAN CONSTANT ROW", "SCAN e"];

    [Theory]
    [InlineData("select * from claim_states where claim_id = 1")]
    [InlineData("select * from sentence_states where sentence_id = 1")]
    [InlineData("select * from sentence_blockers where sentence_id = 1")]
    [InlineData("select * from sentence_blockers where article_id = 1")]
    [InlineData("select actor from events where subject = 'verdict/1' and kind in ('verdict.drafted', 'verdict.edited') order by seq")]
    public async Task What_is_asked_for_one_is_found_through_it_alone(string sql)
    {
        var plan = await host.Db.ReadAsync(tx => tx.ListAsync<PlanRow>("explain query plan " + sql), CancellationToken.None);

        Assert.NotEmpty(plan);
        Assert.All(
            plan.Where(static step => !Constants.Contains(step.Detail, StringComparer.Ordinal)),
            static step => Assert.DoesNotContain("SCAN", step.Detail, StringComparison.Ordinal));
        Assert.All(plan, static step => Assert.DoesNotContain("verdicts_by_state", step.Detail, StringComparison.Ordinal));
    }

    private sealed record PlanRow
    {
        public string Detail { get; init; } = "";
    }
}
