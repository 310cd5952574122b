using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ClaimTracker.Data.Tests;

public sealed class DbErrorsTests
{
    [Theory]
    [InlineData(5, 5, DbError.Busy)]
    [InlineData(5, 517, DbError.Busy)] // BUSY_SNAPSHOT
    [InlineData(6, 6, DbError.Busy)]
    [InlineData(8, 8, DbError.Unavailable)]
    [InlineData(10, 266, DbError.Unavailable)] // IOERR_READ
    [InlineData(10, 778, DbError.Unavailable)] // IOERR_WRITE
    [InlineData(10, 1034, DbError.NotFlushed)] // IOERR_FSYNC
    [InlineData(10, 1290, DbError.NotFlushed)] // IOERR_DIR_FSYNC
    [InlineData(10, 8202, DbError.Damaged)] // IOERR_DATA
    [InlineData(10, 8458, DbError.Damaged)] // IOERR_CORRUPTFS
    [InlineData(11, 11, DbError.Damaged)]
    [InlineData(11, 267, DbError.Damaged)] // CORRUPT_VTAB
    [InlineData(13, 13, DbError.DiskFull)]
    [InlineData(18, 18, DbError.TooLong)]
    [InlineData(14, 14, DbError.Unavailable)]
    [InlineData(26, 26, DbError.Damaged)]
    [InlineData(19, 787, DbError.BrokenReference)]
    [InlineData(19, 1555, DbError.Duplicate)]
    [InlineData(19, 2067, DbError.Duplicate)]
    [InlineData(19, 275, DbError.Other)] // CHECK: a fault of ours.
    [InlineData(1, 1, DbError.Other)]
    public void A_code_means_what_a_caller_can_do(int code, int extended, DbError expected) =>
        Assert.Equal(expected, DbErrors.Classify(new SqliteException("whatever it says", code, extended)));

    /// <summary>A connection that is lost in the middle of a row: Dapper says that a column cannot be read.</summary>
    [Fact]
    public void A_failure_in_the_middle_of_a_row_means_what_caused_it()
    {
        var lost = new NpgsqlException("whatever it says", new EndOfStreamException());

        Assert.Equal(DbError.Unreachable, DbErrors.Classify(new DataException("Error parsing column 0", lost)));
        Assert.Equal(DbError.Other, DbErrors.Classify(new DataException("Error parsing column 0", new FormatException())));
    }

    [Theory]
    [InlineData("23505", DbError.Duplicate)]
    [InlineData("23P01", DbError.Duplicate)]
    [InlineData("23503", DbError.BrokenReference)]
    [InlineData("22001", DbError.TooLong)]
    [InlineData("54000", DbError.TooLong)]
    [InlineData("53100", DbError.DiskFull)]
    [InlineData("40001", DbError.Busy)]
    [InlineData("40P01", DbError.Busy)]
    [InlineData("55P03", DbError.Busy)]
    [InlineData("57014", DbError.Busy)]
    [InlineData("53300", DbError.Busy)]
    [InlineData("57P01", DbError.Unreachable)]
    [InlineData("57P03", DbError.Unreachable)]
    [InlineData("25P03", DbError.Unreachable)]
    [InlineData("08006", DbError.Unreachable)]
    [InlineData("25006", DbError.Unavailable)]
    [InlineData("53200", DbError.Unavailable)]
    [InlineData("57P02", DbError.Unreachable)]
    [InlineData("57P05", DbError.Unreachable)]
    [InlineData("57P04", DbError.Unavailable)]
    [InlineData("58030", DbError.Unavailable)]
    [InlineData("XX000", DbError.Unavailable)]
    [InlineData("XX001", DbError.Damaged)]
    [InlineData("XX002", DbError.Damaged)]
    [InlineData("23514", DbError.Other)] // CHECK: a fault of ours.
    [InlineData("42P01", DbError.Other)]
    public void A_state_means_what_a_caller_can_do(string state, DbError expected) =>
        Assert.Equal(expected, DbErrors.Classify(new PostgresException("whatever it says", "ERROR", "ERROR", state)));

    [Fact]
    public void A_connection_that_broke_may_work_again_and_a_wait_that_was_too_long_means_busy()
    {
        Assert.Equal(DbError.Unreachable, DbErrors.Classify(new NpgsqlException("broken", new IOException())));
        Assert.Equal(DbError.Busy, DbErrors.Classify(new NpgsqlException("slow", new TimeoutException())));
        Assert.Equal(DbError.OutcomeUnknown, DbErrors.Classify(new OutcomeUnknownException(new IOException())));
        Assert.Equal(DbError.WritesStopped, DbErrors.Classify(new WritesStoppedException("why")));
    }

    /// <summary>Where true, SQLite fails after the commit is in the WAL: the next start may find it there.</summary>
    [Theory]
    [InlineData(4874, true)] // IOERR_SHMSIZE
    [InlineData(5386, true)] // IOERR_SHMMAP
    [InlineData(1034, true)] // IOERR_FSYNC
    [InlineData(778, false)] // IOERR_WRITE
    public void A_commit_that_failed_may_have_been_kept_or_not(int extended, bool expected) =>
        Assert.Equal(expected, DbErrors.MayHaveCommitted(new SqliteException("whatever it says", 10, extended)));

    [Fact]
    public void Any_other_exception_is_no_database_error() =>
        Assert.Equal(DbError.Other, DbErrors.Classify(new InvalidOperationException("UNIQUE constraint failed")));

    [Theory, OnSqlite, OnPostgres]
    public async Task The_engine_gives_these_codes(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await database.AddAsync("there");

        var twice = await Assert.ThrowsAnyAsync<DbException>(() => database.AddAsync("there"));
        var nowhere = await Assert.ThrowsAnyAsync<DbException>(() => database.Db.WriteAsync(static tx => tx.ExecuteAsync(
            "insert into claim_tags (claim_id, ordinal, tag, tag_key) values (999, 0, 'a', 'a')")));

        Assert.Equal((DbError.Duplicate, DbError.BrokenReference), (DbErrors.Classify(twice), DbErrors.Classify(nowhere)));
    }
}
