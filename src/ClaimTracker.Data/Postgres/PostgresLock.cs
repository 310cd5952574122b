using System.Data.Common;

namespace ClaimTracker.Data.Postgres;

/// <summary>
/// Advisory locks, by which the processes that share a database take turns. They are held for one schema of one database:
/// newsrooms that share a server do not wait for each other.
/// </summary>
internal static class PostgresLock
{
    /// <summary>Held while the schema is brought up to date.</summary>
    public const int Migration = 0x43540001;

    /// <summary>Held by the one transaction that writes.</summary>
    public const int Write = 0x43540002;

    /// <summary>Waits, as long as it takes, for a lock that lasts until the connection ends.</summary>
    public static Task HoldAsync(DbConnection connection, int key) =>
        RunAsync(connection, $"select pg_advisory_lock({key}, hashtext(current_schema()))", timeout: 0);

    /// <summary>Waits for a lock that lasts until the transaction ends.</summary>
    public static Task HoldInTransactionAsync(DbConnection connection, int key) =>
        RunAsync(connection, $"select pg_advisory_xact_lock({key}, hashtext(current_schema()))");

    private static async Task RunAsync(DbConnection connection, string sql, int? timeout = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = timeout ?? command.CommandTimeout;
        await command.ExecuteNonQueryAsync();
    }
}
