namespace ClaimTracker.Data.Tests.Sqlite;

/// <summary>What was read holds while nobody commits: the number says whether anybody did.</summary>
public sealed class CommitWatchTests
{
    [Fact]
    public async Task The_number_stays_while_nobody_commits()
    {
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        await database.AddAsync("kept");
        var before = database.Db.Stamp();
        await database.ListAsync<string>("select word from notes");

        Assert.NotNull(before);
        Assert.Equal(before, database.Db.Stamp());
    }

    [Fact]
    public async Task The_number_is_another_after_a_write_of_this_process()
    {
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        var before = database.Db.Stamp();

        await database.AddAsync("kept");

        Assert.NotEqual(before, database.Db.Stamp());
    }

    [Fact]
    public async Task The_number_is_another_after_a_write_past_this_process()
    {
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        var before = database.Db.Stamp();

        database.Ask("insert into notes (word) values ('by another')");

        Assert.NotEqual(before, database.Db.Stamp());
    }
}
