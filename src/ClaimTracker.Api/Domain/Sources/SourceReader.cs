using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Domain.Sources;

/// <summary>Reads sources. Evidence reads them too: a record is shown with its source.</summary>
internal static class SourceReader
{
    public const string Columns = $"""
        s.id,
        s.url,
        s.title,
        s.author,
        s.publisher,
        s.published_on,
        s.accessed_on,
        s.archived_url,
        s.medium,
        s.kind,
        s.reliability_note,
        s.confidential,
        s.erased_at is not null as erased,
        s.erased_at,
        {FieldRows.OfSourceSql} as fields,
        s.created_at,
        s.updated_at
        """;

    private const string ByIdsSql = $"select {Columns} from sources s where s.id in @ids";

    public static async Task<SourceResponse?> FindAsync(ReadTx tx, long id) => (await FindAllAsync(tx, [id])).GetValueOrDefault(id);

    /// <returns>The sources by id; those that do not exist are left out.</returns>
    public static async Task<Dictionary<long, SourceResponse>> FindAllAsync(ReadTx tx, long[] ids) =>
        (await tx.ListAsync<SourceResponse>(ByIdsSql, new { ids })).ToDictionary(static s => s.Id);
}
