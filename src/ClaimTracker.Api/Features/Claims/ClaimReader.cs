namespace ClaimTracker.Api.Features.Claims;

/// <summary>Reads claims as the actor may see them: four queries, however many claims.</summary>
internal static class ClaimReader
{
    /// <returns>The claims in the order of <paramref name="ids"/>; those that do not exist are left out.</returns>
    public static async Task<IReadOnlyList<ClaimResponse>> LoadAsync(ReadTx tx, long[] ids, Actor actor)
    {
        var rows = (await tx.ListAsync<ClaimRow>(ClaimRow.Sql, new { ids })).ToDictionary(static c => c.Id);
        var claimants = (await tx.ListAsync<ClaimantRow>(ClaimantRow.Sql, new { ids })).ToLookup(static c => c.ClaimId);
        var tags = (await tx.ListAsync<TagRow>(TagRow.Sql, new { ids })).ToLookup(static t => t.ClaimId);
        var sentences = (await tx.ListAsync<ClaimSentenceRow>(ClaimSentenceRow.Sql, new { ids })).ToLookup(static s => s.ClaimId);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id].ToResponse(claimants[id], tags[id], sentences[id], actor))];
    }

    public static async Task<ClaimResponse?> FindAsync(ReadTx tx, long id, Actor actor) => await LoadAsync(tx, [id], actor) is [var claim] ? claim : null;
}
