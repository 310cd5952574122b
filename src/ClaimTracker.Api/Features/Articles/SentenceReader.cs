namespace ClaimTracker.Api.Features.Articles;

/// <summary>Reads sentences as the actor may see them: two queries, however many sentences.</summary>
internal static class SentenceReader
{
    private const string NewestSql = $"{SentenceRow.Sql} where p.sentence_id = @id order by p.version desc limit 1";

    /// <summary>Adds the claims to sentences of one version, which stand in its order.</summary>
    public static async Task<IReadOnlyList<SentenceResponse>> WithClaimsAsync(ReadTx tx, IReadOnlyList<SentenceRow> rows, Actor actor)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var range = new { articleId = rows[0].ArticleId, version = rows[0].Version, first = rows[0].Ordinal, last = rows[^1].Ordinal };
        var claims = (await tx.ListAsync<SentenceClaimRow>(SentenceClaimRow.Sql, range)).ToLookup(static c => c.SentenceId);
        return [.. rows.Select(row => row.ToResponse(claims[row.Id], actor))];
    }

    /// <summary>A sentence in the newest version that has it.</summary>
    public static async Task<SentenceResponse?> FindAsync(ReadTx tx, long id, Actor actor) =>
        await WithClaimsAsync(tx, await tx.ListAsync<SentenceRow>(NewestSql, new { id }), actor) is [var sentence] ? sentence : null;
}
