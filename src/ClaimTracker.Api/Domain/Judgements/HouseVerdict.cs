namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>Writes the house verdict of a claim, the one that speaks for the desk, and the times at which it changes.</summary>
internal static class HouseVerdict
{
    private const string FindSql = "select id from verdicts where current_claim_id = @claimId and house";

    private const string NewestSql = """
        select id
        from verdicts
        where current_claim_id = @claimId and state = 'published'
        order by published_at desc, id desc
        limit 1
        """;

    private const string LeaveSql = "update verdicts set house = false where id = @before";
    private const string EndSql = "update house_verdicts set until = @Now where verdict_id = @before and until is null";
    private const string TakeSql = "update verdicts set house = true where id = @after";
    private const string BeginSql = "insert into house_verdicts (verdict_id, since) values (@after, @Now)";

    public static Task<long?> FindAsync(ReadTx tx, long claimId) => tx.FirstAsync<long?>(FindSql, new { claimId });

    /// <summary>The published verdict that takes over when the house verdict is retracted or leaves; null if there is no other.</summary>
    public static Task<long?> NewestAsync(ReadTx tx, long claimId) => tx.FirstAsync<long?>(NewestSql, new { claimId });

    /// <summary>Changes the house verdict of a claim, with an event of the claim; does nothing if it stays the same.</summary>
    public static async Task SetAsync(Change change, long claimId, long? before, long? after)
    {
        if (before == after)
        {
            return;
        }

        if (before is not null)
        {
            await change.ExecuteAsync(LeaveSql, new { before });
            await change.ExecuteAsync(EndSql, new { before, change.Now });
        }

        if (after is not null)
        {
            await change.ExecuteAsync(TakeSql, new { after });
            await change.ExecuteAsync(BeginSql, new { after, change.Now });
        }

        var touched = new[] { before, after }.OfType<long>().Select(Subject.Verdict);
        await change.RecordAsync(
            EventKind.ClaimHouseChanged, Subject.Claim(claimId), new { verdictId = before }, new { verdictId = after }, touched);
    }
}
