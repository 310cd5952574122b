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

    /// <summary>The server was lost while it committed: the write may have been kept.</summary>
    OutcomeUnknown,

    /// <summary>The disk or the database is damaged or read-only; only an operator can help.</summary>
    Unavailable,
}

/// <summary>Recognises database errors by their code, never by their text. The only place that does.</summary>
public static class DbErrors
{
    // Result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int TooBig = 18;
    private const int NotADatabase = 26;
    private const int ConstraintForeignKey = 787;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    // SQLSTATE codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
    private const string IdleInTransactionTimeout = "25P03"; // Npgsql has no name for it.

    /// <summary>Tells what kind of error an exception is.</summary>
    public static DbError Classify(Exception exception) => exception switch
    {
        SqliteException error => OfSqlite(error),
        PostgresException error => OfPostgres(error.SqlState),
        NpgsqlException { InnerException: TimeoutException } => DbError.Busy, // A statement, or the wait for a place in the pool.
        NpgsqlException => DbError.Unreachable,
        OutcomeUnknownException => DbError.OutcomeUnknown,
        _ => DbError.Other,
    };

    private static DbError OfSqlite(SqliteException error) => (error.SqliteExtendedErrorCode, error.SqliteErrorCode) switch
    {
        (ConstraintUnique or ConstraintPrimaryKey, _) => DbError.Duplicate,
        (ConstraintForeignKey, _) => DbError.BrokenReference,
        (_, TooBig) => DbError.TooLong,
        (_, Full) => DbError.DiskFull,
        (_, Busy or Locked) => DbError.Busy,
        (_, ReadOnly or InputOutput or Corrupt or CannotOpen or NotADatabase) => DbError.Unavailable,
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
            or IdleInTransactionTimeout => DbError.Unreachable,
        PostgresErrorCodes.ReadOnlySqlTransaction => DbError.Unavailable,
        _ => state[..2] switch
        {
            "08" => DbError.Unreachable,
            "53" or "58" or "XX" => DbError.Unavailable, // Resources, the system under it, damage.
            _ => DbError.Other,
        },
    };
}
