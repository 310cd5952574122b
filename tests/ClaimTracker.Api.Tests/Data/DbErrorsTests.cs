using ClaimTracker.Data;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Api.Tests.Data;

public sealed class DbErrorsTests
{
    [Theory]
    [InlineData(5, 5, DbError.Busy)]
    [InlineData(5, 517, DbError.Busy)] // BUSY_SNAPSHOT
    [InlineData(6, 6, DbError.Busy)]
    [InlineData(8, 8, DbError.Unavailable)]
    [InlineData(10, 1034, DbError.Unavailable)] // IOERR_FSYNC
    [InlineData(11, 11, DbError.Unavailable)]
    [InlineData(13, 13, DbError.DiskFull)]
    [InlineData(14, 14, DbError.Unavailable)]
    [InlineData(26, 26, DbError.Unavailable)]
    [InlineData(19, 787, DbError.BrokenReference)]
    [InlineData(19, 1555, DbError.Duplicate)]
    [InlineData(19, 2067, DbError.Duplicate)]
    [InlineData(19, 275, DbError.Other)] // CHECK: a fault of ours.
    [InlineData(1, 1, DbError.Other)]
    public void A_code_means_what_a_caller_can_do(int code, int extended, DbError expected) =>
        Assert.Equal(expected, DbErrors.Classify(new SqliteException("whatever it says", code, extended)));

    [Fact]
    public void What_is_no_database_error_is_none() => Assert.Equal(DbError.Other, DbErrors.Classify(new InvalidOperationException("UNIQUE constraint failed")));

    [Fact]
    public async Task The_engine_gives_these_codes()
    {
        await using var database = new TestDatabase();
        await database.AddAsync("there");

        var twice = await Assert.ThrowsAsync<SqliteException>(() => database.AddAsync("there"));
        var nowhere = await Assert.ThrowsAsync<SqliteException>(() => database.Db.WriteAsync(static tx => tx.ExecuteAsync(
            "insert into claim_tags (claim_id, ordinal, tag, tag_key) values (999, 0, 'a', 'a')")));

        Assert.Equal((DbError.Duplicate, DbError.BrokenReference), (DbErrors.Classify(twice), DbErrors.Classify(nowhere)));
    }
}
