using System.Data.Common;
using System.Globalization;
using ClaimTracker.Data.Copying;

namespace ClaimTracker.Data.Tests;

public sealed class WriteQueueTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_write_that_is_refused_before_it_changes_anything_is_refused_alone(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);

        var (group, runs) = Together(database, fail: static async tx =>
        {
            await tx.AnyAsync("select id from notes");
            throw new InvalidDataException("Not that.");
        });

        await Assert.ThrowsAsync<InvalidDataException>(() => group[1]);
        await Task.WhenAll(group[0], group[2]);
        Assert.Equal(["first", "last"], await database.WordsAsync());
        Assert.Equal((1, 1), (runs["first"], runs["last"]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_write_that_the_database_refuses_harms_no_other_of_its_group(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await database.AddAsync("there");

        var (group, _) = Together(database, fail: static tx => TestDatabase.AddAsync(tx, "there"));

        await Assert.ThrowsAnyAsync<DbException>(() => group[1]);
        await Task.WhenAll(group[0], group[2]);
        Assert.Equal(["there", "first", "last"], await database.WordsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_write_that_throws_after_it_changes_rows_is_undone_and_the_others_are_kept(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);

        var (group, runs) = Together(database, fail: static async tx =>
        {
            await TestDatabase.AddAsync(tx, "half");
            throw new InvalidDataException("It changed its mind.");
        });

        await Assert.ThrowsAsync<InvalidDataException>(() => group[1]);
        await Task.WhenAll(group[0], group[2]);
        Assert.Equal(["first", "last"], await database.WordsAsync());
        Assert.Equal((2, 1), (runs["first"], runs["last"]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_write_that_runs_again_answers_with_the_result_of_its_second_run(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);

        var (group, _) = Together(database, fail: static async tx =>
        {
            await tx.ExecuteAsync("delete from notes");
            throw new InvalidDataException("Not that.");
        });

        await Assert.ThrowsAsync<InvalidDataException>(() => group[1]);
        long[] answers = [await group[0], await group[2]];
        Assert.Equal(["first", "last"], await database.WordsAsync());
        Assert.Equal(await database.ListAsync<long>("select id from notes order by id"), answers);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_write_that_was_answered_is_visible_to_others(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        for (var i = 1; i <= 20; i++)
        {
            await database.AddAsync($"word {i}");
            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), database.Ask("select count(*) from notes"));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_hundred_writes_at_once_are_each_done_once(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);

        var ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => database.AddAsync($"word {i}"))));

        Assert.Equal(200, ids.Distinct().Count());
        Assert.Equal(200, (await database.WordsAsync()).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_update_is_lost_between_writers_that_read_first(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await database.AddAsync("0");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => database.Db.WriteAsync(static async tx =>
        {
            var next = 1 + await tx.SingleAsync<long>("select cast(word as integer) from notes");
            return await tx.ExecuteAsync("update notes set word = @word", new { word = next.ToString(CultureInfo.InvariantCulture) });
        }))));

        Assert.Equal(["100"], await database.WordsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Writes_that_were_accepted_before_the_end_are_finished(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        var (group, _) = Together(database, fail: static tx => TestDatabase.AddAsync(tx, "between"));

        await database.CloseAsync();

        await Task.WhenAll(group);
        Assert.Equal("3", database.Ask("select count(*) from notes"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_time_of_a_write_does_not_change(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);

        var (before, after) = await database.Db.WriteAsync(tx =>
        {
            var first = tx.Now;
            database.Time.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult((first, tx.Now));
        });

        Assert.Equal(before, after);
    }

    // Three writes that share a group, because they queue up while a write before them holds the writer.
    private static (Task<long>[] Group, Dictionary<string, int> Runs) Together(TestDatabase database, Func<WriteTx, Task<long>> fail)
    {
        var (holds, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        var holding = database.Db.WriteAsync(async _ =>
        {
            holds.SetResult();
            await go.Task;
            return 0L;
        });
        holds.Task.GetAwaiter().GetResult();
        Task<long>[] group = [Add("first"), database.Db.WriteAsync(fail), Add("last")];
        Assert.False(holding.IsCompleted || group.Any(static write => write.IsCompleted));
        go.SetResult();
        return (group, runs);

        Task<long> Add(string word) => database.Db.WriteAsync(tx =>
        {
            runs[word] = runs.GetValueOrDefault(word) + 1;
            return TestDatabase.AddAsync(tx, word);
        });
    }

    [Fact]
    public async Task Writes_that_wait_for_an_engine_that_cannot_begin_wait_for_it_once()
    {
        await using var engine = new EngineThatCannotBegin();
        await using var queue = new WriteQueue(engine, TimeProvider.System, new WriteStop());
        var first = queue.EnqueueAsync(static _ => Task.FromResult(true));
        await engine.Began.Task;
        var others = Enumerable.Range(0, 10).Select(_ => queue.EnqueueAsync(static _ => Task.FromResult(true))).ToList();

        engine.GivesUp.SetResult();

        await Assert.ThrowsAsync<TimeoutException>(() => first);
        foreach (var other in others)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => other);
        }

        Assert.Equal(2, engine.Begins);
    }

    /// <summary>Behaves as a server that cannot be reached, and counts the attempts.</summary>
    private sealed class EngineThatCannotBegin : Engine
    {
        public TaskCompletionSource Began { get; } = new();

        public TaskCompletionSource GivesUp { get; } = new();

        public int Begins { get; private set; }

        public override Dialect Dialect => Dialect.Sqlite;

        public override async Task<Session> BeginWriteAsync()
        {
            Begins++;
            Began.TrySetResult();
            await GivesUp.Task;
            throw new TimeoutException();
        }

        public override Task<Session> BeginReadAsync(bool inOneState, CancellationToken cancellation) => throw new NotSupportedException();

        public override Task InsertAsync(Session session, string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows) =>
            throw new NotSupportedException();

        public override BulkWriter Bulk(Session session) => throw new NotSupportedException();

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
