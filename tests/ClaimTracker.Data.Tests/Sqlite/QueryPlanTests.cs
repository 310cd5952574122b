namespace ClaimTracker.Data.Tests.Sqlite;

/// <summary>A question about one claim, sentence or verdict costs the same however many there are.</summary>
public sealed class QueryPlanTests
{
    // The two constant rows that sentence_blockers makes its lines with: they are no table.
    private static readonly string[] Constants = ["SCAN CONSTANT ROW", "SCAN e"];

    [Theory]
    [InlineData("select * from claim_states where claim_id = 1")]
    [InlineData("select * from sentence_states where sentence_id = 1")]
    [InlineData("select * from sentence_blockers where sentence_id = 1")]
    [InlineData("select * from sentence_blockers where article_id = 1")]
    [InlineData("select * from version_sentences where sentence_id = 1 and article_id = 1 and version = 1")]
    [InlineData("select * from version_sentences where article_id = 1 and version = 1 order by start_offset")]
    [InlineData(
        "select id from articles where coalesce(deadline, '9999-12-31T23:59:59.999999Z') >= '2026' "
        + "order by coalesce(deadline, '9999-12-31T23:59:59.999999Z'), id")]
    [InlineData("select actor from events where subject = 'verdict/1' and kind in ('verdict.drafted', 'verdict.edited') order by seq")]
    public async Task A_question_about_one_row_reads_no_others(string sql)
    {
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());

        var plan = await database.ListAsync<PlanRow>("explain query plan " + sql);

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
