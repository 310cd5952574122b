namespace ClaimTracker.Data;

/// <summary>How an engine takes many rows with the ids that they have, and the counters that new ids come from.</summary>
internal abstract class BulkWriter
{
    /// <summary>Writes all rows of a table, as they come.</summary>
    public abstract Task WriteAsync(string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows);

    /// <summary>The last id that each table gave out, by table.</summary>
    public abstract Task<IReadOnlyDictionary<string, long>> LastIdsAsync();

    /// <summary>Makes a table give out ids after this one: an id that was ever given out is never given out again.</summary>
    public abstract Task SetLastIdAsync(string table, long id);
}
