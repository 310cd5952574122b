using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClaimTracker.Data.Sqlite;

/// <summary>
/// Looks at a database file before it is served. Its pages are checked for half a second: that is all of them up to some
/// hundreds of megabytes, and a larger one is up in time after a crash. A backup checks every page.
/// </summary>
internal static class SqliteCheck
{
    private const int NotFinished = 9; // SQLITE_INTERRUPT

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("SQLite format 3\0");

    /// <exception cref="DatabaseException">It is none of ours, damaged, or cannot be written.</exception>
    public static async Task RunAsync(string file)
    {
        try
        {
            RollBack(file);
            if (new FileInfo(file).Length > 0)
            {
                CheckHeader(file);
                await CheckPagesAsync(file);
            }

            CheckWritable(file);
        }
        catch (SqliteException failure)
        {
            throw new DatabaseException(Sentence(file, failure));
        }
        catch (UnauthorizedAccessException)
        {
            throw new DatabaseException($"The database {file} cannot be opened: this user may not read and write it.");
        }
    }

    // A process that was killed in its first migration has left a journal, and only a connection that may write rolls it back.
    private static void RollBack(string file)
    {
        if (File.Exists(file + "-journal"))
        {
            using var connection = Open(file, SqliteOpenMode.ReadWrite);
            SqliteConnections.Scalar(connection, "select count(*) from sqlite_schema");
        }
    }

    private static void CheckHeader(string file)
    {
        var header = new byte[Magic.Length];
        using var stream = File.Open(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.AsSpan().SequenceEqual(Magic))
        {
            throw new DatabaseException($"The file {file} is not a database, or its beginning is damaged. It was left as it is.");
        }
    }

    private static async Task CheckPagesAsync(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        var tables = SqliteConnections.Texts(connection, "select name from sqlite_schema where type = 'table'");
        if (tables.Count > 0 && !tables.Contains("SchemaVersions", StringComparer.Ordinal))
        {
            throw new DatabaseException($"The file {file} is a database, but not one of ClaimTracker. It was left as it is.");
        }

        await using var limit = new Timer(_ => raw.sqlite3_interrupt(connection.Handle), state: null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            if (SqliteConnections.Texts(connection, "pragma quick_check(1)") is not ["ok"] and [var damage, ..])
            {
                throw Damaged(file, damage);
            }
        }
        catch (SqliteException enough) when (enough.SqliteErrorCode == NotFinished)
        {
            // As far as it was looked at, it is sound.
        }
    }

    private static void CheckWritable(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadWrite);
        using var transaction = connection.BeginTransaction(deferred: false);
        transaction.Rollback();
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(SqliteConnections.ConnectionString(file, mode));
        connection.Open();
        return connection;
    }

    private static DatabaseException Damaged(string file, string how) =>
        new(
            $"The database {file} is damaged ({how.ReplaceLineEndings(" ")}). Nothing was changed: keep it, "
                + "and restore a backup into another folder.");

    private static string Sentence(string file, SqliteException failure) => failure.SqliteErrorCode switch
    {
        5 or 6 => $"The database {file} is held by another program.",
        8 => $"The database {file} is read-only, or on a disk that is.",
        10 => $"The database {file} cannot be read: its disk reports an error.",
        11 or 26 => Damaged(file, "its pages do not fit together").Message,
        14 => $"The database {file} cannot be opened: this user may not read and write it, or its disk is read-only.",
        var code => $"The database {file} cannot be used (SQLite error {code}).",
    };
}
