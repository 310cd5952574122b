namespace ClaimTracker.Api.Domain.Claims;

/// <summary>What a merged claim answers: reads are led to its successor, and writes are refused.</summary>
internal static class ClaimMerges
{
    private const string CurrentSql = """
        select coalesce(m.successor_id, c.id)
        from claims c
        left join claim_merges m on m.claim_id = c.id
        where c.id = @id
        """;

    /// <summary>Requires a claim that is there, and leads a reader on from one that was merged.</summary>
    /// <exception cref="ProblemException">404.</exception>
    /// <exception cref="MovedException">308.</exception>
    public static async Task FollowAsync(ReadTx tx, long id)
    {
        if (await CurrentAsync(tx, id) is var current && current != id)
        {
            throw Elsewhere(id, current);
        }
    }

    /// <returns>Why a claim cannot be read: it was merged into another (308), or there is none (404).</returns>
    public static async Task<Exception> ElsewhereAsync(ReadTx tx, long id) => Elsewhere(id, await CurrentAsync(tx, id));

    /// <summary>Requires a claim that can be changed.</summary>
    /// <exception cref="ProblemException">404. 409: it was merged into another.</exception>
    public static async Task RequireAsync(ReadTx tx, long id)
    {
        if (await CurrentAsync(tx, id) is null)
        {
            throw Subject.Claim(id).ToNotFound();
        }

        await RefuseMergedAsync(tx, id);
    }

    /// <exception cref="ProblemException">409: the claim was merged into another.</exception>
    public static async Task RefuseMergedAsync(ReadTx tx, long id)
    {
        if (await CurrentAsync(tx, id) is { } successor && successor != id)
        {
            throw Problem.Conflict($"Claim {id} was merged into claim {successor}: use that one.", Subject.Claim(successor).Address);
        }
    }

    /// <returns>The claim itself, or the one that it was merged into; null if there is no such claim.</returns>
    public static Task<long?> CurrentAsync(ReadTx tx, long id) => tx.FirstAsync<long?>(CurrentSql, new { id });

    private static Exception Elsewhere(long id, long? current) =>
        current is { } successor ? new MovedException(Subject.Claim(successor).Address) : Subject.Claim(id).ToNotFound();
}
