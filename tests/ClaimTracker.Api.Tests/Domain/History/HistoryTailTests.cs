using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.History;

public sealed class HistoryTailTests
{
    // More than one read of it takes.
    private const int Lines = 45;

    [Fact]
    public async Task A_history_that_is_whole_holds_to_its_first_line()
    {
        await using var database = await RecordedAsync();

        Assert.Equal((Lines, null), await HistoryTail.CheckAsync(database.Db, CancellationToken.None));
    }

    [Fact]
    public async Task A_database_without_a_history_holds()
    {
        await using var database = await TestDatabase.NewAsync(TestEngine.Current);

        Assert.Equal((0, null), await HistoryTail.CheckAsync(database.Db, CancellationToken.None));
    }

    [Theory]
    [InlineData("update events set body = '{}' where seq = 44", 44)]
    [InlineData("update events set at = '2026-01-01T00:00:00Z' where seq = 12", 12)]
    [InlineData("delete from events where seq = 21", 22)]
    [InlineData("delete from events where seq <= 3", 4)]
    public async Task A_line_that_was_changed_or_is_missing_is_found(string tampering, long seq)
    {
        await using var database = await RecordedAsync();
        Unlock(database);
        database.Ask(tampering);

        Assert.Equal(seq, (await HistoryTail.CheckAsync(database.Db, CancellationToken.None)).Broken);
    }

    private static async Task<TestDatabase> RecordedAsync()
    {
        var database = await TestDatabase.NewAsync(TestEngine.Current);
        await database.Db.WriteAsync(static async tx =>
        {
            for (var i = 1; i <= Lines; i++)
            {
                await tx.RecordAsync("someone", "note.created", $"note/{i}", before: null, after: new { i });
            }

            return true;
        });
        return database;
    }

    private static void Unlock(TestDatabase database)
    {
        if (TestEngine.Current is SqliteTestEngine)
        {
            database.Ask("drop trigger events_are_never_changed");
            database.Ask("drop trigger events_are_never_deleted");
        }
        else
        {
            database.Ask("alter table events disable trigger user");
        }
    }
}
