using System.Text.Json;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Features.Verdicts;

/// <summary>Reads verdicts as clients see them: two queries, however many verdicts.</summary>
internal static class VerdictLoader
{
    private const string CitedSql = "select verdict_id, cited from verdict_evidence where verdict_id in @ids order by verdict_id, ordinal";

    /// <returns>The verdicts in the order of <paramref name="ids"/>; those that do not exist are left out.</returns>
    public static async Task<IReadOnlyList<VerdictResponse>> LoadAsync(ReadTx tx, long[] ids)
    {
        var rows = (await tx.ListAsync<VerdictRow>(VerdictRow.Sql, new { ids })).ToDictionary(static v => v.Id);
        var cited = (await tx.ListAsync<CitedRow>(CitedSql, new { ids })).ToLookup(
            static e => e.VerdictId, static e => JsonSerializer.Deserialize<CitedEvidence>(e.Cited, ApiJson.Options)!);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id].ToResponse([.. cited[id]]))];
    }

    public static async Task<VerdictResponse?> FindAsync(ReadTx tx, long id) => await LoadAsync(tx, [id]) is [var verdict] ? verdict : null;

    private sealed record CitedRow
    {
        public long VerdictId { get; init; }

        public string Cited { get; init; } = "";
    }
}
