namespace ClaimTracker.Api.Domain.Sources;

/// <summary>Reads sources. Evidence reads them too: a record is shown with its source.</summary>
internal static class SourceReader
{
    public const string Columns = """
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
        s.created_at,
        s.updated_at
        """;

    private const string ByIdSql = $"select {Columns} from sources s where s.id = @id";
    private const string ByIdsSql = $"select {Columns} from sources s where s.id in @ids";

    public static Task<SourceResponse?> FindAsync(ReadTx tx, long id) => tx.FirstAsync<SourceResponse>(ByIdSql, new { id });

    /// <returns>The sources by id; those that do not exist are left out.</returns>
    public static async Task<Dictionary<long, SourceResponse>> FindAllAsync(ReadTx tx, long[] ids) =>
        (await tx.ListAsync<SourceResponse>(ByIdsSql, new { ids })).ToDictionary(static s => s.Id);
}
