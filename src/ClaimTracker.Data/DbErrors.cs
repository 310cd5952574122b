using System.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ClaimTracker.Data;

/// <summary>What a database error means to a caller.</summary>
public enum DbError
{
    /// <summary>Not a database error, or one that nobody can act on.</summary>
    Other,

    /// <summary>A row with that key exists.</summary>
    Duplicate,

    /// <summary>A row that is referred to does not exist, or is still referred to.</summary>
    BrokenReference,

    /// <summary>A value is longer than the database can hold.</summary>
    TooLong,

    /// <summary>The disk is full; reads go on.</summary>
    DiskFull,

    /// <summary>The database cannot be written or read just now; trying again may help.</summary>
    Busy,

    /// <summary>The server does not answer, or hung up; trying again may help.</summary>
    Unreachable,

    /// <summary>The server or the disk failed while it committed: the write may have been kept.</summary>
    OutcomeUnknown,

    /// <summary>The disk does not let the database be written or read; only an operator can help.</summary>
    Unavailable,

    /// <summary>The database is damaged: this process writes no more, so that it does not damage more; reads go on.</summary>
    Damaged,

    /// <summary>The disk did not confirm what it was given: nobody knows what it holds, and the process must end.</summary>
    NotFlushed,

    /// <summary>The files of the database were taken away: what is written to them is lost, and the process must end.</summary>
    FilesLost,

    /// <summary>Refused because this process writes no more, see <see cref="Db.WritesStopped"/>.</summary>
    WritesStopped,
}

/// <summary>
/// Recognises database errors by their code, never by their text. The only place that does, but for SqliteCheck, which has a sentence for
/// each that a start can meet.
/// </summary>
public static class DbErrors
{
    // Result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int NoMemory = 7;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int TooBig = 18;
    private const int NotADatabase = 26;
    private const int Flush = 1034; // fsync of a file
    private const int FlushFolder = 1290; // fsync of its folder
    private const int ConstraintForeignKey = 787;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;
    private const int IndexOfWalGrows = 4874;
    private const int IndexOfWalMapped = 5386;
    private const int WrongChecksum = 8202;
    private const int DamagedFileSystem = 8458;

    // SQLSTATE codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
    private const string IdleInTransactionTimeout = "25P03"; // Npgsql has no name for it, nor for the next.
    private const string IdleSessionTimeout = "57P05";

    /// <summary>Tells what kind of error an exception is.</summary>
    public static DbError Classify(Exception exception) => exception switch
    {
        SqliteException error => OfSqlite(error),
        PostgresException error => OfPostgres(error.SqlState),
        NpgsqlException { InnerException: TimeoutException } => DbError.Busy, // A statement, or the wait for a place in the pool.
        NpgsqlException => DbError.Unreachable,
        DataException { InnerException: { } inner } => Classify(inner), // Dapper, of a failure in the middle of a row.
        OutcomeUnknownException => DbError.OutcomeUnknown,
        WritesStoppedException => DbError.WritesStopped,
        FilesLostException => DbError.FilesLost,
        _ => DbError.Other,
    };

    /// <summary>The same of what lies under an outcome that nobody knows.</summary>
    public static DbError ClassifyCause(Exception exception) =>
        Classify(exception is OutcomeUnknownException { InnerException: { } cause } ? cause : exception);

    /// <summary>
    /// Whether a commit that failed like this may have been kept all the same: no answer came from the server, or not in time, or SQLite
    /// failed after it had written the commit to the WAL.
    /// </summary>
    internal static bool MayHaveCommitted(Exception failure) =>
        failure is (NpgsqlException and not PostgresException)
            or SqliteException { SqliteExtendedErrorCode: IndexOfWalGrows or IndexOfWalMapped }
        || Classify(failure) is DbError.Unreachable or DbError.NotFlushed or DbError.FilesLost;

    private static DbError OfSqlite(SqliteException error) => (error.SqliteExtendedErrorCode, error.SqliteErrorCode) switch
    {
        (ConstraintUnique or ConstraintPrimaryKey, _) => DbError.Duplicate,
        (ConstraintForeignKey, _) => DbError.BrokenReference,
        (Flush or FlushFolder, _) => DbError.NotFlushed,
        (WrongChecksum or DamagedFileSystem, _) => DbError.Damaged,
        (_, TooBig) => DbError.TooLong,
        (_, Full) => DbError.DiskFull,
        (_, Busy or Locked or NoMemory) => DbError.Busy,
        (_, Corrupt or NotADatabase) => DbError.Damaged,
        (_, ReadOnly or InputOutput or CannotOpen) => DbError.Unavailable,
        _ => DbError.Other,
    };

    private static DbError OfPostgres(string state) => state switch
    {
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation => DbError.Duplicate,
        PostgresErrorCodes.ForeignKeyViolation => DbError.BrokenReference,
        PostgresErrorCodes.StringDataRightTruncation or PostgresErrorCodes.ProgramLimitExceeded => DbError.TooLong,
        PostgresErrorCodes.DiskFull => DbError.DiskFull,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.TooManyConnections => DbError.Busy,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or IdleInTransactionTimeout or IdleSessionTimeout => DbError.Unreachable,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => DbError.Damaged,
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.DatabaseDropped or PostgresErrorCodes.InsufficientPrivilege =>
            DbError.Unavailable,
        _ => state[..2] switch
        {
            "08" => DbError.Unreachable,
            "28" or "3D" => DbError.Unavailable, // A password that was changed, a database that is gone.
            "53" or "58" or "XX" => DbError.Unavailable, // Resources, the system under it (58030 is I/O), a fault in the server.
            _ => DbError.Other,
        },
    };
}
