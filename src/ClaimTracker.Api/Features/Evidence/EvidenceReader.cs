using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Evidence;

/// <summary>Reads evidence records as clients see them: three queries, however many records.</summary>
internal static class EvidenceReader
{
    /// <returns>The records by id; those that do not exist are left out.</returns>
    public static async Task<Dictionary<long, EvidenceResponse>> LoadAsync(ReadTx tx, long[] ids)
    {
        var rows = await tx.ListAsync<EvidenceRow>(EvidenceRow.Sql, new { ids });
        var links = (await tx.ListAsync<EvidenceLinkRow>(EvidenceLinkRow.Sql, new { ids })).ToLookup(static l => l.EvidenceId);
        var sources = await SourceReader.FindAllAsync(tx, [.. rows.Select(static r => r.SourceId).Distinct()]);
        return rows.ToDictionary(static r => r.Id, r => r.ToResponse(sources[r.SourceId], links[r.Id]));
    }

    public static async Task<EvidenceResponse?> FindAsync(ReadTx tx, long id) => (await LoadAsync(tx, [id])).GetValueOrDefault(id);
}
