using System.Globalization;
using ClaimTracker.Data;
using ClaimTracker.Data.Copying;
using ClaimTracker.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Api.Tests.Domain.History.Sqlite;

/// <summary>
/// Flips bits of the file: either the content is still the same, or it cannot be read, or verify finds a fault. A longer run:
/// CLAIMTRACKER_FLIPS=1000.
/// </summary>
public sealed class BitFlipTests(ClosedNewsroom newsroom) : IClassFixture<ClosedNewsroom>
{
    private const int Usual = 300;

    // It shares no factor with the length of the file, so that the positions are spread and none comes twice.
    private const long Stride = 2_654_435_761;

    private static readonly string[] Views =
        ["claim_states", "newest_layouts", "sentence_blockers", "sentence_states", "version_sentences"];

    [Fact]
    public async Task No_flip_changes_the_content_unnoticed()
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
                    var differing = now.Split('\n').Except(before.Split('\n'), StringComparer.Ordinal);
                    missed.Add($"bit {i % 8} of byte {position}: {string.Join(", ", differing)}");
                }
            }
        }

        Assert.True(changed > flips / 20, $"Only {changed} of {flips} flips changed anything: the test does not show much.");
        Assert.Empty(missed);
    }

    // No event vouches for exempt tables and columns: the stored replies, and the day on which a key was last used.
    private static bool IsContent(string table, string column) =>
        table == "events" || !(ProjectionsTests.Exempt.ContainsKey(table) || ProjectionsTests.Exempt.ContainsKey($"{table}.{column}"));

    /// <summary>Everything that the API could show: all rows of all tables, by their keys and their indexes, and the views.</summary>
    /// <returns>Null if it cannot be read.</returns>
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
            await using var session = await engine.BeginReadAsync(inOneState: true, CancellationToken.None);
            var rows = new Rows(session.Connection, session.Transaction);
            var read = new List<string>();
            var tables = await engine.Bulk(session).TablesAsync();
            foreach (var table in tables.Where(static table => IsContent(table.Name, "")).Concat(
                Views.Select(static view => new TableShape(view, "1", []))))
            {
                using var checksum = new TableChecksum();
                await foreach (
                    var row in rows.ReadAsync(table, [.. (await rows.ColumnsAsync(table)).Where(column => IsContent(table.Name, column))]))
                {
                    checksum.Add(row);
                }

                read.Add(checksum.Of(table).ToString());
            }

            await using var connection = newsroom.Open();
            return string.Join('\n', read.Concat(ByIndex(connection)));
        }
        catch (Exception unreadable) when (bytes != newsroom.Bytes && IsUnreadable(unreadable))
        {
            return null;
        }
    }

    private static bool IsUnreadable(Exception exception) =>
        exception is SqliteException or DatabaseException or InvalidCastException or FormatException or NotSupportedException
            or ArgumentException or InvalidOperationException;

    // Lists are read through indexes, which can differ from their table.
    private static List<string> ByIndex(SqliteConnection connection)
    {
        using var names = new SqliteCommand(
            """
            select tbl_name, name
            from sqlite_schema
            where type = 'index' and sql is not null and sql not like '%where%'
                and name not in ('events_by_claim', 'articles_by_deadline', 'claims_by_text')
            order by sql
            """,
            connection);
        using var reader = names.ExecuteReader();
        var read = new List<string>();
        while (reader.Read())
        {
            var (table, index) = (reader.GetString(0), reader.GetString(1));
            if (!IsContent(table, ""))
            {
                continue;
            }

            var rows = $"select rowid from {table} indexed by {index} order by {FirstColumn(connection, index)}";
            read.Add($"{table} {SqliteConnections.Scalar(connection, $"select group_concat(rowid) from ({rows})")}");
        }

        return read;
    }

    private static string? FirstColumn(SqliteConnection connection, string index) =>
        SqliteConnections.Scalar(connection, $"select name from pragma_index_info('{index}') limit 1");
}
