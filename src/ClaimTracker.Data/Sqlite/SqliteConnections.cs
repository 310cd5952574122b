using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Data.Sqlite;

/// <summary>Opens SQLite connections with the settings that the promises rest on, and reads each setting back.</summary>
internal static class SqliteConnections
{
    // Settings belong to a connection, not to the file: one that silently did not take would cost durability or foreign keys.
    // No mmap_size: of a mapped file a bad sector, or an end that was cut off, is no error of a read but the end of the program.
    private static readonly (string Name, string Value, string ReadBack)[] Settings =
    [
        ("synchronous", "full", "2"), // NORMAL loses acknowledged writes when the power goes.
        ("foreign_keys", "on", "1"),
        ("trusted_schema", "off", "0"),
        ("secure_delete", "on", "1"), // What is deleted, or erased by law, is overwritten in the file.
        ("recursive_triggers", "on", "1"), // Otherwise `insert or replace` would delete events without their trigger.
        ("busy_timeout", "5000", "5000"),
        ("cache_size", "-8192", "-8192"),
        ("wal_autocheckpoint", "0", "0"), // SqliteEngine.Tidy does it, where an error is seen.
    ];

    /// <summary>
    /// Stays with the file. One that nobody has written yet, such as a backup that was just restored, can be read without.
    /// </summary>
    private static readonly (string Name, string Value, string ReadBack) Wal = ("journal_mode", "wal", "wal");

    public static PreparingConnection OpenWriter(string file) => new(Open(file, SqliteOpenMode.ReadWrite, [Wal, .. Settings]));

    public static PreparingConnection OpenReader(string file) => new(Open(file, SqliteOpenMode.ReadOnly, Settings));

    private static SqliteConnection Open(
        string file, SqliteOpenMode mode, IEnumerable<(string Name, string Value, string ReadBack)> settings)
    {
        var connection = new SqliteConnection(ConnectionString(file, mode));
        try
        {
            connection.Open();
            foreach (var (name, value, expected) in settings)
            {
                Scalar(connection, $"pragma {name} = {value}");
                var actual = Scalar(connection, $"pragma {name}");
                if (actual != expected)
                {
                    throw new InvalidOperationException($"SQLite did not take {name} = {value}: it says {actual}.");
                }
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Folds the WAL into the file, and empties it.</summary>
    public static void Fold(SqliteConnection connection) => Scalar(connection, "pragma wal_checkpoint(truncate)");

    /// <summary>Folds the WAL into the file, and empties it, unless a read that goes on needs what is in it.</summary>
    /// <param name="connection">The writer, outside of a transaction.</param>
    /// <param name="patient">Whether to wait for such a read, as long as for a lock.</param>
    public static bool TryFold(SqliteConnection connection, bool patient)
    {
        if (patient)
        {
            return Scalar(connection, "pragma wal_checkpoint(truncate)") == "0";
        }

        Scalar(connection, "pragma busy_timeout = 0");
        try
        {
            return Scalar(connection, "pragma wal_checkpoint(truncate)") == "0";
        }
        finally
        {
            Scalar(connection, "pragma busy_timeout = 5000");
        }
    }

    /// <summary>Never creates the file: a lost mount must not look like an empty newsroom.</summary>
    public static string ConnectionString(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString();

    public static string? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The first column of every row.</summary>
    public static IReadOnlyList<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
