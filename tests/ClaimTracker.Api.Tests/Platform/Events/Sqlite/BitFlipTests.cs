using System.Globalization;
using ClaimTracker.Data;
using ClaimTracker.Data.Copying;
using ClaimTracker.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Api.Tests.Platform.Events.Sqlite;

/// <summary>
/// A bit of the file flips: what can be read is the same, or it cannot be read, or verify says that something is wrong. A longer
/// run: CLAIMTRACKER_FLIPS=1000.
/// </summary>
public sealed class BitFlipTests(ClosedNewsroom newsroom) : IClassFixture<ClosedNewsroom>
{
    private const int Usual = 300;

    // Of the file's length it shares no factor, so that the positions are spread and none comes twice.
    private const long Stride = 2_654_435_761;

    private static readonly string[] Views = ["claim_states", "sentence_blockers", "sentence_states"];

    [Fact]
    public async Task No_flip_changes_what_can_be_read_unseen()
    {
        var flips = int.Parse(Environment.GetEnvironmentVariable("CLAIMTRACKER_FLIPS") ?? $"{Usual}", CultureInfo.InvariantCulture);
        var before = await ReadAsync(newsroom.Bytes);
        Assert.NotNull(before);
        var (changed, missed) = (0, new List<string>());

        for (var i = 1; i <= flips; i++)
        {
            var bytes = newsroom.Bytes.ToArray();
            var position = i * Stride % bytes.Length;
            bytes[position] ^= (byte)(1 << (i % 8));
            if (await ReadAsync(bytes) is { } now && now != before)
            {
                changed++;
                if ((await newsroom.VerifyAsync()).Count == 0)
                {
                    missed.Add($"bit {i % 8} of byte {position}: {string.Join(", ", now.Split('\n').Except(before.Split('\n'), StringComparer.Ordinal))}");
                }
            }
        }

        Assert.True(changed > flips / 20, $"Only {changed} of {flips} flips changed anything: the test does not show much.");
        Assert.Empty(missed);
    }

    // What is exempt, with its reason, no event vouches for: an answer that is kept for a day, and the day of a key's last use.
    private static bool IsContent(string table, string column) =>
        table == "events" || !(ProjectionsTests.Exempt.ContainsKey(table) || ProjectionsTests.Exempt.ContainsKey($"{table}.{column}"));

    /// <summary>Everything that the API could say: all rows of all tables, by their keys and by their indexes, and the states. Null where that fails.</summary>
    private async Task<string?> ReadAsync(byte[] bytes)
    {
        try
        {
            var database = await newsroom.CopyAsync(bytes);
            if ((await database.PendingAsync()).Count > 0)
            {
                return null;
            }

            await using var engine = database.ConnectReadOnly();
            await using var session = await engine.BeginReadAsync(CancellationToken.None);
            var rows = new Rows(session.Connection, session.Transaction);
            var read = new List<string>();
            foreach (var table in CopyTable.All.Where(static table => IsContent(table.Name, "")).Concat(Views.Select(static view => new CopyTable(view, "1"))))
            {
                using var checksum = new TableChecksum();
                await foreach (var row in rows.ReadAsync(table, [.. (await rows.ColumnsAsync(table)).Where(column => IsContent(table.Name, column))]))
                {
                    checksum.Add(row);
                }

                read.Add(checksum.Of(table).ToString());
            }

            await using var connection = newsroom.Open();
            return string.Join('\n', read.Concat(ByIndex(connection)));
        }
        catch (Exception unreadable) when (bytes != newsroom.Bytes && unreadable is (SqliteException or DatabaseException or InvalidCastException or FormatException or NotSupportedException or ArgumentException or InvalidOperationException))
        {
            return null;
        }
    }

    // Lists go through indexes, which can say something else than their table.
    private static List<string> ByIndex(SqliteConnection connection)
    {
        using var names = new SqliteCommand("select tbl_name, name from sqlite_schema where type = 'index' and sql is not null and sql not like '%where%' and name <> 'events_by_claim' order by sql", connection);
        using var reader = names.ExecuteReader();
        var read = new List<string>();
        while (reader.Read())
        {
            var (table, index) = (reader.GetString(0), reader.GetString(1));
            if (!IsContent(table, ""))
            {
                continue;
            }

            read.Add($"{table} {SqliteConnections.Scalar(connection, $"select group_concat(rowid) from (select rowid from {table} indexed by {index} order by {FirstColumn(connection, index)})")}");
        }

        return read;
    }

    private static string? FirstColumn(SqliteConnection connection, string index) =>
        SqliteConnections.Scalar(connection, $"select name from pragma_index_info('{index}') limit 1");
}
