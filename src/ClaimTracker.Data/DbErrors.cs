using Microsoft.Data.Sqlite;

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

    /// <summary>The disk is full; reads go on.</summary>
    DiskFull,

    /// <summary>The database cannot be written or read just now; trying again may help.</summary>
    Busy,

    /// <summary>The disk or the database file is damaged or read-only; only an operator can help.</summary>
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
    private const int NotADatabase = 26;
    private const int ConstraintForeignKey = 787;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    /// <summary>Tells what kind of error an exception is.</summary>
    public static DbError Classify(Exception exception) => exception is not SqliteException error
        ? DbError.Other
        : (error.SqliteExtendedErrorCode, error.SqliteErrorCode) switch
        {
            (ConstraintUnique or ConstraintPrimaryKey, _) => DbError.Duplicate,
            (ConstraintForeignKey, _) => DbError.BrokenReference,
            (_, Full) => DbError.DiskFull,
            (_, Busy or Locked) => DbError.Busy,
            (_, ReadOnly or InputOutput or Corrupt or CannotOpen or NotADatabase) => DbError.Unavailable,
            _ => DbError.Other,
        };
}
