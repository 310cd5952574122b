using ClaimTracker.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Data.Tests.Sqlite;

public sealed class SqliteConnectionsTests
{
    private static readonly Dictionary<string, string> Promised = new(StringComparer.Ordinal)
    {
        ["journal_mode"] = "wal",
        ["synchronous"] = "2",
        ["foreign_keys"] = "1",
        ["trusted_schema"] = "0",
        ["recursive_triggers"] = "1",
        ["busy_timeout"] = "5000",
        ["wal_autocheckpoint"] = "0",
        ["mmap_size"] = "0",
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_connection_has_the_settings_that_the_promises_rest_on(bool writer)
    {
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        using var connection = writer ? SqliteConnections.OpenWriter(database.File) : SqliteConnections.OpenReader(database.File);

        Assert.All(Promised, setting => Assert.Equal(setting.Value, SqliteConnections.Scalar(connection.Inner, $"pragma {setting.Key}")));
    }

    [Fact]
    public async Task The_connections_in_use_have_these_settings()
    {
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        foreach (var (name, value) in Promised)
        {
            Assert.Equal(value, await database.Db.ReadAsync(tx => tx.SingleAsync<string>($"pragma {name}"), CancellationToken.None));
            Assert.Equal(value, await database.Db.WriteAsync(tx => tx.SingleAsync<string>($"pragma {name}")));
        }
    }

    [Fact]
    public void A_database_that_cannot_keep_a_WAL_is_refused()
    {
        var refused = Assert.Throws<InvalidOperationException>(static () => SqliteConnections.OpenWriter(":memory:"));

        Assert.Contains("journal_mode", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_refuses_writes()
    {
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        using var reader = SqliteConnections.OpenReader(database.File);

        Assert.Equal(8, Assert.Throws<SqliteException>(() => SqliteConnections.Scalar(reader.Inner, "delete from claims")).SqliteErrorCode);
    }
}
