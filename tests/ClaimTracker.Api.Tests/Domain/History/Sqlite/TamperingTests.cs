using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ClaimTracker.Api.Tests.Domain.History.Sqlite;

/// <summary>
/// Changes cells, and removes and doubles rows, at random but the same in each run. A longer run: CLAIMTRACKER_TAMPERINGS=1000.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Nothing is secret here, and every run must be the same.")]
public sealed class TamperingTests(ClosedNewsroom newsroom) : IClassFixture<ClosedNewsroom>
{
    /// <summary>
    /// SQL that makes SQL for a column: a different value of its type. JSON with a space after it is still JSON, which an index reads.
    /// </summary>
    private const string Another =
        "iif(type = 'TEXT', format('coalesce(%s, '''') || '' ''', name), format('coalesce(%s, 0) + 1000', name))";

    [Fact]
    public async Task No_change_of_content_is_missed_by_verify_or_by_the_independent_verifier()
    {
        var random = new Random(1);
        var missed = new List<string>();
        var tamperings = int.Parse(Environment.GetEnvironmentVariable("CLAIMTRACKER_TAMPERINGS") ?? "60", CultureInfo.InvariantCulture);
        for (var left = tamperings; left > 0; left--)
        {
            await newsroom.CopyAsync(newsroom.Bytes);
            var sql = Tampering(random);
            await newsroom.TamperPastTriggersAsync(sql);
            await using var db = newsroom.Open();
            missed.AddRange(IndependentVerifier.FirstFault(db) is null ? [$"It: {sql}"] : []);
            missed.AddRange(await newsroom.VerifyAsync() is [] ? [$"We: {sql}"] : []);
        }

        Assert.Empty(missed);
    }

    private string Tampering(Random random)
    {
        var table = Any(
            random,
            "name from pragma_table_list where schema = 'main' and type = 'table' "
            + "and name not in ('SchemaVersions', 'sqlite_schema', 'sqlite_sequence', 'idempotency_keys', 'inbox_reads', 'indexed_words', "
            + "'claim_vectors', 'sentence_scores', 'rescorings', 'imports', 'import_rows')");
        var row = Any(random, $"rowid from {table}");
        return random.Next(4) switch
        {
            0 => $"delete from {table} where rowid = {row}",
            1 => $"insert into {table} select {newsroom.Ask(DoubledSql(table))} from {table} where rowid = {row}",
            _ => $"update {table} set {Any(random, AssignmentOf(table))} where rowid = {row}",
        };
    }

    private static string AssignmentOf(string table) =>
        $"name || ' = ' || {Another} from pragma_table_info('{table}') "
        + "where name not in ('last_used_on', 'activity_at') "
        + "and not ('" + table + "' = 'subscriptions' and name not in ('id', 'feed_url', 'url_key', 'name', 'created_by', 'created_at'))";

    /// <summary>The columns of a copy of a row, which differs only in the values that no two rows may share.</summary>
    private static string DoubledSql(string table) => $"""
        select group_concat(iif(pk or name in (
            select c.name from pragma_index_list('{table}') i join pragma_index_info(i.name) c where i."unique"), {Another}, name))
        from pragma_table_info('{table}')
        """;

    private string Any(Random random, string rows)
    {
        var count = int.Parse(newsroom.Ask($"select count(*) from (select {rows})")!, CultureInfo.InvariantCulture);
        return newsroom.Ask($"select {rows} order by 1 limit 1 offset {random.Next(count)}")!;
    }
}
