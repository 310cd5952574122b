namespace ClaimTracker.Api.Tests.Domain.History.Sqlite;

/// <summary>The history vouches for every table and column that is not exempt, and verify finds each change without an event.</summary>
public sealed class ProjectionsTests(ClosedNewsroom newsroom) : IClassFixture<ClosedNewsroom>
{
    private const string ColumnsSql = """
        select group_concat(t.name || '.' || c.name, ' ')
        from sqlite_schema t
        join pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite_%' and t.name <> 'SchemaVersions'
            and t.name not in (select name from pragma_table_list where type in ('virtual', 'shadow'))
        """;

    private const string LastFetch = "How the last fetch of a feed went; the reviews that it brought have their events.";

    /// <summary>Tables and columns for which no event vouches, each with the reason.</summary>
    internal static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["events"] = "It is the history; its hashes chain it.",
        ["imports"] = "How far files have come that were handed in; what came of them has its events.",
        ["import_rows"] = "What was wrong with rows that were not taken.",
        ["inbox_reads"] = "How far users have read, which decides nothing.",
        ["claim_vectors"] = "What a model makes of the words of claims; it can be made again.",
        ["sentence_scores"] = "Check-worthiness by the weights of the desk follows from the sentences and the weights.",
        ["rescorings"] = "How far that was worked out, which decides nothing.",
        ["idempotency_keys"] = "Answers that are kept for a day, each of a write that has its event.",
        ["imported_reviews.current"] = "It follows from what other reviews replace, and is compared with that.",
        ["subscriptions.state"] = LastFetch,
        ["subscriptions.etag"] = LastFetch,
        ["subscriptions.last_modified"] = LastFetch,
        ["subscriptions.fetched_at"] = LastFetch,
        ["subscriptions.next_at"] = LastFetch,
        ["subscriptions.failures"] = LastFetch,
        ["subscriptions.problem"] = LastFetch,
        ["subscriptions.taken"] = LastFetch,
        ["sentence_positions.layout"] = "It follows from the version that the position began with.",
        ["article_versions.reading"] = "How the text was read, which decides nothing by itself.",
        ["articles.set_apart"] = "It follows from the readings, and from the events that confirm them.",
        ["verdict_writers.taken_over"] = "Rows that a migration took over are compared with the events of their verdict.",
        ["indexed_words"] = "The search index follows from the texts.",
        ["claims.activity_at"] = "It follows from the events about the claim.",
        ["claims.status"] = "It follows from the verdicts and the evidence, and is compared with them.",
        ["claims.evidence_count"] = "It follows from the evidence, and is compared with it.",
        ["claims.verdict_id"] = "It follows from the verdicts, and is compared with them.",
        ["claims.disputed"] = "It follows from the verdicts, and is compared with them.",
        ["verdicts.current_claim_id"] = "It follows from the claim and its merges, and is compared with them.",
        ["api_keys.last_used_on"] = "A use decides nothing, and leaves no event.",
    };

    private static readonly IReadOnlyList<string> Vouched =
    [
        .. Projections.All.SelectMany(static projection => projection.Tables)
            .SelectMany(static table => table.Columns.Split(',', StringSplitOptions.TrimEntries).Select(column => $"{table.Name}.{column}"))
            .Distinct(StringComparer.Ordinal),
    ];

    public static TheoryData<string> VouchedColumns => [.. Vouched];

    public static TheoryData<string> VouchedTables =>
        [.. Vouched.Select(static column => column.Split('.')[0]).Distinct(StringComparer.Ordinal)];

    [Fact]
    public async Task Every_column_of_every_table_is_vouched_for_or_exempt_with_a_reason()
    {
        await newsroom.CopyAsync(newsroom.Bytes);
        var columns = newsroom.Ask(ColumnsSql)!.Split(' ');

        Assert.True(columns.Length > 100);
        Assert.DoesNotContain(
            columns.Except(Vouched, StringComparer.Ordinal),
            static column => !Exempt.ContainsKey(column) && !Exempt.ContainsKey(column.Split('.')[0]));
        Assert.Empty(Vouched.Except(columns, StringComparer.Ordinal));
        Assert.Empty(Exempt.Keys.Except(columns.Concat(columns.Select(static column => column.Split('.')[0])), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Verify_finds_no_fault_in_an_unchanged_database()
    {
        await newsroom.CopyAsync(newsroom.Bytes);

        Assert.Empty(await newsroom.VerifyAsync());
    }

    [Theory]
    [MemberData(nameof(VouchedColumns))]
    public async Task A_cell_that_was_changed_without_an_event_is_found_in_its_table(string column)
    {
        var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
        await newsroom.TamperAsync($"update {table} set {name} = {Another(table, name)} where rowid = (select max(rowid) from {table})");

        Assert.Contains(
            await newsroom.VerifyAsync(),
            fault => fault.Contains(table, StringComparison.Ordinal) && !fault.Contains("SQLite", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(VouchedTables))]
    public async Task A_row_that_was_removed_without_an_event_is_found(string table)
    {
        await newsroom.TamperAsync($"delete from {table} where rowid = (select max(rowid) from {table})");

        Assert.Contains(await newsroom.VerifyAsync(), fault => fault.Contains(table, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(VouchedTables))]
    public async Task A_row_that_was_added_without_an_event_is_found(string table)
    {
        await newsroom.CopyAsync(newsroom.Bytes);
        var columns = newsroom.Ask(ColumnsSql)!.Split(' ')
            .Where(column => column.StartsWith(table + ".", StringComparison.Ordinal))
            .Select(static column => column.Split('.')[1])
            .ToList();
        var values = columns.Select(column => Another(table, column));
        await newsroom.TamperAsync($"""
            insert into {table} ({string.Join(", ", columns)})
            select {string.Join(", ", values)} from {table} order by rowid desc limit 1
            """);

        Assert.Contains(await newsroom.VerifyAsync(), fault => fault.Contains(table, StringComparison.Ordinal));
    }

    // A different value of the type of the column.
    private string Another(string table, string column)
    {
        var type = newsroom.Ask($"select type from pragma_table_info('{table}') where name = '{column}'");
        return type == "TEXT" || type == "text" ? $"coalesce({column}, '') || 'x'" : $"coalesce({column}, 0) + 1000";
    }
}
