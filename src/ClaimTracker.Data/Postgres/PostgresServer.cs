using Npgsql;

namespace ClaimTracker.Data.Postgres;

/// <summary>What a server must be for the promises to hold.</summary>
internal static class PostgresServer
{
    private const int OldestVersion = 13;

    /// <exception cref="DatabaseException">It would lose what it answered, or change text.</exception>
    public static async Task CheckAsync(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestVersion)
        {
            throw new DatabaseException(
                $"PostgreSQL {connection.PostgreSqlVersion} is too old: {OldestVersion} is the oldest that ClaimTracker knows.");
        }

        if (await ShowAsync(connection, "server_encoding") is not "UTF8" and var encoding)
        {
            throw new DatabaseException(
                $"The database has the encoding {encoding}, which cannot keep every text: make one with `encoding 'UTF8'`.");
        }

        // Every other setting is durable on the server itself: what differs is how many standbys have it too.
        if (await ShowAsync(connection, "synchronous_commit") == "off")
        {
            throw new DatabaseException(
                "PostgreSQL has synchronous_commit = off, and would lose writes that were answered: set it to on for this database.");
        }
    }

    private static async Task<string?> ShowAsync(NpgsqlConnection connection, string setting)
    {
        await using var command = new NpgsqlCommand($"show {setting}", connection);
        return (string?)await command.ExecuteScalarAsync();
    }
}
