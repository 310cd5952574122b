using System.Data.Common;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Tests.Data;

public sealed class DbTests
{
    [Fact]
    public async Task A_read_sees_one_state_however_long_it_takes()
    {
        await using var database = await TestDatabase.NewAsync();
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

    [Fact]
    public async Task A_read_cannot_write()
    {
        await using var database = await TestDatabase.NewAsync();

        var refused = await Assert.ThrowsAnyAsync<DbException>(
            () => database.Db.ReadAsync(static tx => tx.ListAsync<string>("insert into notes (word) values ('x') returning word"), CancellationToken.None));

        Assert.Equal(DbError.Unavailable, DbErrors.Classify(refused));
    }

    [Fact]
    public async Task A_hundred_reads_at_once_are_all_answered()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddAsync("one");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(database.WordsAsync)));

        Assert.All(answers, static words => Assert.Equal(["one"], words));
    }

    [Fact]
    public async Task Instants_come_back_to_the_microsecond_in_UTC_and_sort_as_they_follow()
    {
        await using var database = await TestDatabase.NewAsync();
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

        var read = await database.Db.ReadAsync(static tx => tx.ListAsync<DateTimeOffset>("select at from notes order by at"), CancellationToken.None);

        Assert.Equal(instants, read);
        Assert.All(read, static at => Assert.Equal(TimeSpan.Zero, at.Offset));
        Assert.Equal("1", database.Ask("select count(*) from notes where at = '2026-02-28T22:30:00.000000Z'"));
    }

    [Fact]
    public async Task Dates_come_back_and_sort_as_they_follow()
    {
        await using var database = await TestDatabase.NewAsync();
        DateOnly[] days = [new(1, 1, 1), new(999, 12, 31), new(2026, 2, 28), new(2026, 10, 1), new(9999, 12, 31)];
        foreach (var day in days.Reverse())
        {
            await database.Db.WriteAsync(tx => tx.ExecuteAsync("insert into notes (day) values (@day)", new { day }));
        }

        Assert.Equal(days, await database.Db.ReadAsync(static tx => tx.ListAsync<DateOnly>("select day from notes order by day"), CancellationToken.None));
        Assert.Equal("1", database.Ask("select count(*) from notes where day = '0001-01-01'"));
    }

    [Fact]
    public async Task What_is_not_there_comes_back_as_null()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddAsync(word: null);

        var row = await database.Db.ReadAsync(static tx => tx.SingleAsync<NoteRow>("select at, day from notes"), CancellationToken.None);

        Assert.Equal(new NoteRow(), row);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(30_000)]
    public async Task Rows_are_asked_for_by_any_number_of_ids(int count)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddAsync("one");
        await database.AddAsync("two");
        long[] ids = [.. Enumerable.Range(2, count).Select(static i => (long)i)];

        var found = await database.Db.ReadAsync(tx => tx.ListAsync<string>("select word from notes where id in @ids", new { ids }), CancellationToken.None);

        Assert.Equal(count == 0 ? [] : ["two"], found);
    }

    [Fact]
    public async Task Text_sorts_by_its_bytes()
    {
        await using var database = await TestDatabase.NewAsync();
        string[] sorted = ["", " b", "-a", "A", "B", "a", "a b", "ab", "\u00e4", "\u0436", "\u4e2d", "\ud83d\ude00"];
        foreach (var word in sorted.Reverse())
        {
            await database.AddAsync(word);
        }

        Assert.Equal(sorted, await database.Db.ReadAsync(static tx => tx.ListAsync<string>("select word from notes order by word"), CancellationToken.None));
    }

    private sealed record NoteRow
    {
        public DateTimeOffset? At { get; init; }

        public DateOnly? Day { get; init; }
    }
}
