using ClaimTracker.Data.Copying;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>
/// An instance in which nobody has worked yet, as an archive is imported into one. It may have been started: then it has a key for
/// checkpoints, and one user with keys, who go on beside what is imported.
/// </summary>
internal sealed record EmptyInstance
{
    private const string CheckpointKeysSql = $"""
        select {EventLine.Columns}
        from events
        where kind = @KeyCreated
        order by seq
        limit @Take + 0
        """;

    private const string WorkSql = """
        select kind
        from events
        where kind <> @KeyCreated and subject not like 'user/%' and subject not like 'key/%'
        order by seq
        limit 1
        """;

    private const int MaxCheckpointKeys = 1_000;

    /// <summary>Tables of the instance itself.</summary>
    private static readonly string[] Own = ["api_keys", "users", "events", "idempotency_keys", "inbox_reads", "imports", "import_rows"];

    /// <summary>Of these, those that make room for the archive, each before those that it refers to.</summary>
    private static readonly string[] Cleared = ["idempotency_keys", "inbox_reads", "api_keys", "users", "events"];

    /// <summary>The user, by column; null if there is none.</summary>
    public required IReadOnlyDictionary<string, object?>? User { get; init; }

    /// <summary>The keys of the user.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, object?>> Keys { get; init; }

    /// <summary>The events of its keys for checkpoints.</summary>
    public required IReadOnlyList<EventLine> CheckpointKeys { get; init; }

    /// <summary>Reads what goes on.</summary>
    /// <exception cref="ArchiveException">Somebody has worked in it.</exception>
    public static async Task<EmptyInstance> ReadAsync(WriteTx tx, WholeTables tables)
    {
        foreach (var table in tables.All)
        {
            var isOwn = Own.Contains(table.Name, StringComparer.Ordinal)
                || WholeTables.Filled.Contains(table.Name)
                || ArchiveWords.LeftOut.ContainsKey(table.Name);
            if (!isOwn && await tables.AnyAsync(table))
            {
                throw new ArchiveException(
                    null, $"This instance is not empty: it has {table.Name}. An archive becomes an instance of its own.");
            }
        }

        var keyCreated = EventKind.CheckpointKeyCreated.Name;
        if (await tx.FirstAsync<string>(WorkSql, new { KeyCreated = keyCreated }) is { } kind)
        {
            throw new ArchiveException(
                null, $"This instance is not empty: its history has the event {kind}. An archive becomes an instance of its own.");
        }

        var users = await RowsAsync(tables, "users");
        return users.Count > 1
            ? throw new ArchiveException(null, $"This instance is not empty: it has {users.Count} users. Import before you add people.")
            : new EmptyInstance
            {
                User = users.SingleOrDefault(),
                Keys = await RowsAsync(tables, "api_keys"),
                CheckpointKeys = await tx.ListAsync<EventLine>(
                    CheckpointKeysSql, new { KeyCreated = keyCreated, Take = MaxCheckpointKeys }),
            };
    }

    /// <summary>Makes room for an archive: also in the tables that migrations filled, if the archive has rows for them.</summary>
    public static async Task ClearAsync(WholeTables tables, ArchiveManifest manifest)
    {
        var filled = tables.All.Reverse().Select(static table => table.Name)
            .Where(name => WholeTables.Filled.Contains(name) && manifest.Tables.ContainsKey(name));
        foreach (var name in Cleared.Concat(filled))
        {
            await tables.ClearAsync(tables.All.Single(table => table.Name == name));
        }
    }

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> RowsAsync(WholeTables tables, string name)
    {
        var table = tables.All.Single(table => table.Name == name);
        var rows = new List<IReadOnlyDictionary<string, object?>>();
        await foreach (var row in tables.ReadAsync(table, table.Columns))
        {
            rows.Add(table.Columns.Zip(row).ToDictionary(static cell => cell.First, static cell => cell.Second, StringComparer.Ordinal));
        }

        return rows;
    }
}
