using ClaimTracker.Data;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Reads sentences as clients see them: two queries, however many sentences.</summary>
internal static class SentenceLoader
{
    private const string NewestSql = $"{SentenceRow.Sql} where p.sentence_id = @id order by p.version desc limit 1";

    /// <summary>Adds the claims to sentences of one version, which stand in its order.</summary>
    public static async Task<IReadOnlyList<SentenceResponse>> WithClaimsAsync(ReadTx tx, IReadOnlyList<SentenceRow> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var range = new { articleId = rows[0].ArticleId, version = rows[0].Version, first = rows[0].Ordinal, last = rows[^1].Ordinal };
        var claims = (await tx.ListAsync<SentenceClaimRow>(SentenceClaimRow.Sql, range)).ToLookup(static c => c.SentenceId);
        return [.. rows.Select(row => row.ToResponse(claims[row.Id]))];
    }

    /// <summary>A sentence in the newest version that has it.</summary>
    public static async Task<SentenceResponse?> FindAsync(ReadTx tx, long id) =>
        await WithClaimsAsync(tx, await tx.ListAsync<SentenceRow>(NewestSql, new { id })) is [var sentence] ? sentence : null;
}
