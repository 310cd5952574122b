using System.Data.Common;

namespace ClaimTracker.Data.Tests;

public sealed class DbTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_read_sees_one_state_however_long_it_takes(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await database.AddAsync("before");

        var (first, second) = await database.Db.ReadAsync(
            async tx =>
            {
                var first = await tx.SingleAsync<long>("select count(*) from notes");
                await database.AddAsync("meanwhile");
                return (first, await tx.SingleAsync<long>("select count(*) from notes"));
            },
            CancellationToken.None);

        Assert.Equal((1, 1), (first, second));
        Assert.Equal(2, (await database.WordsAsync()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_read_cannot_write(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);

        var refused = await Assert.ThrowsAnyAsync<DbException>(
            () => database.ListAsync<string>("insert into notes (word) values ('x') returning word"));

        Assert.Equal(DbError.Unavailable, DbErrors.Classify(refused));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hundred_reads_at_once_are_all_answered(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await database.AddAsync("one");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(database.WordsAsync)));

        Assert.All(answers, static words => Assert.Equal(["one"], words));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Instants_come_back_to_the_microsecond_in_UTC_and_sort_by_time(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        DateTimeOffset[] instants =
        [
            new(2026, 3, 1, 0, 30, 0, TimeSpan.FromHours(2)), // The day before, in UTC.
            new(2026, 2, 28, 23, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.Zero).AddTicks(10),
            new(2026, 2, 28, 19, 0, 1, TimeSpan.FromHours(-5)), // The day after, in UTC.
        ];
        foreach (var at in instants.Reverse())
        {
            await database.Db.WriteAsync(tx => tx.ExecuteAsync("insert into notes (at) values (@at)", new { at }));
        }

        var read = await database.ListAsync<DateTimeOffset>("select at from notes order by at");

        Assert.Equal(instants, read);
        Assert.All(read, static at => Assert.Equal(TimeSpan.Zero, at.Offset));
        Assert.Equal("1", database.Ask("select count(*) from notes where at = '2026-02-28T22:30:00.000000Z'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Dates_come_back_and_sort_by_time(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        DateOnly[] days = [new(1, 1, 1), new(999, 12, 31), new(2026, 2, 28), new(2026, 10, 1), new(9999, 12, 31)];
        foreach (var day in days.Reverse())
        {
            await database.Db.WriteAsync(tx => tx.ExecuteAsync("insert into notes (day) values (@day)", new { day }));
        }

        Assert.Equal(days, await database.ListAsync<DateOnly>("select day from notes order by day"));
        Assert.Equal("1", database.Ask("select count(*) from notes where day = '0001-01-01'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_value_that_is_missing_comes_back_as_null(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await database.AddAsync(word: null);

        var row = await database.Db.ReadAsync(static tx => tx.SingleAsync<NoteRow>("select at, day from notes"), CancellationToken.None);

        Assert.Equal(new NoteRow(), row);
    }

    [Theory]
    [OnSqlite(0), OnPostgres(0)]
    [OnSqlite(1), OnPostgres(1)]
    [OnSqlite(3), OnPostgres(3)]
    [OnSqlite(30_000), OnPostgres(30_000)]
    public async Task Rows_can_be_read_by_any_number_of_ids(TestEngine engine, int count)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await database.AddAsync("one");
        await database.AddAsync("two");
        long[] ids = [.. Enumerable.Range(2, count).Select(static i => (long)i)];

        var found = await database.ListAsync<string>("select word from notes where id in @ids", new { ids });

        Assert.Equal(count == 0 ? [] : ["two"], found);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Text_sorts_by_its_bytes(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        string[] sorted = ["", " b", "-a", "A", "B", "a", "a b", "ab", "\u00e4", "\u0436", "\u4e2d", "\ud83d\ude00"];
        foreach (var word in sorted.Reverse())
        {
            await database.AddAsync(word);
        }

        Assert.Equal(sorted, await database.ListAsync<string>("select word from notes order by word"));
    }

    private sealed record NoteRow
    {
        public DateTimeOffset? At { get; init; }

        public DateOnly? Day { get; init; }
    }
}
