using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Data.Sqlite;

/// <summary>What is asked for one claim or sentence costs the same however many there are.</summary>
public sealed class QueryPlanTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("select * from claim_states where claim_id = 1")]
    [InlineData("select * from sentence_states where sentence_id = 1")]
    public async Task A_state_is_found_through_its_own_claim_alone(string sql)
    {
        var plan = await host.Db.ReadAsync(tx => tx.ListAsync<PlanRow>("explain query plan " + sql), CancellationToken.None);

        Assert.NotEmpty(plan);
        Assert.All(plan, static step => Assert.DoesNotContain("SCAN", step.Detail, StringComparison.Ordinal));
        Assert.All(plan, static step => Assert.DoesNotContain("verdicts_by_state", step.Detail, StringComparison.Ordinal));
    }

    private sealed record PlanRow
    {
        public string Detail { get; init; } = "";
    }
}
