using Npgsql;

namespace ClaimTracker.Data.Tests;

public sealed class PostgresEngineTests
{
    private const string KillOthers = """
        select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        """;

    // Ends the connection while the transaction commits.
    private const string DieAtCommit = """
        create function die() returns trigger language plpgsql as
            $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
        create constraint trigger dies after insert on notes deferrable initially deferred for each row execute function die();
        """;

    [Theory, OnPostgres]
    public async Task A_server_that_was_restarted_is_found_again_immediately(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await database.AddAsync("before");
        Assert.Equal(["before"], await database.WordsAsync());

        Assert.NotEqual("0", database.Ask(KillOthers), StringComparer.Ordinal);
        Assert.Equal(["before"], await database.WordsAsync());

        database.Ask(KillOthers);
        await database.AddAsync("after");
        Assert.Equal(["before", "after"], await database.WordsAsync());
    }

    [Theory, OnPostgres]
    public async Task A_write_whose_commit_was_cut_off_is_not_run_again_and_its_outcome_is_unknown(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        database.Ask(DieAtCommit);
        var runs = 0;

        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => database.Db.WriteAsync(tx =>
        {
            runs++;
            return TestDatabase.AddAsync(tx, "perhaps");
        }));

        Assert.Equal(1, runs);
        Assert.Equal(DbError.OutcomeUnknown, DbErrors.Classify(unknown));
        database.Ask("drop trigger dies on notes");
        await database.AddAsync("next");
    }

    [Theory, OnPostgres]
    public async Task A_commit_that_arrives_after_its_answer_was_given_up_is_an_outcome_that_nobody_knows(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await using var wire = database.NewWire();
        await using var db = wire.Store.Database.Open(database.Time);
        var runs = 0;

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => db.WriteAsync(async tx =>
        {
            runs++;
            await TestDatabase.AddAsync(tx, "late");
            wire.Fault = WireFault.Hold;
            return true;
        }));
        Assert.Empty(await database.WordsAsync());

        wire.Fault = WireFault.None;
        await db.WriteAsync(static tx => TestDatabase.AddAsync(tx, "next"));
        Assert.Equal(["late", "next"], await database.WordsAsync());
        Assert.Equal(1, runs);
    }

    [Theory, OnPostgres]
    public async Task Writes_whose_server_goes_silent_wait_for_it_together(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await using var wire = database.NewWire();
        await using var db = wire.Store.Database.Open(database.Time);
        var (holds, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holding = db.WriteAsync(async _ =>
        {
            holds.SetResult();
            await go.Task;
            return 0L;
        });
        await holds.Task;
        var group = Enumerable.Range(0, 8).Select(i => db.WriteAsync(tx =>
        {
            wire.Fault = WireFault.Swallow;
            return TestDatabase.AddAsync(tx, $"word {i}");
        })).ToList();
        var before = wire.Connections;

        go.SetResult();

        await holding;
        foreach (var write in group)
        {
            Assert.Equal(DbError.Busy, DbErrors.Classify(await Assert.ThrowsAsync<NpgsqlException>(() => write)));
        }

        // To cancel the statement, and an attempt for all, with TLS and without. Each write alone would make two and more.
        Assert.InRange(wire.Connections - before, 1, group.Count);
        Assert.Empty(await database.WordsAsync());
    }

    [Theory, OnPostgres]
    public async Task Writers_of_two_processes_take_turns(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await using var other = database.OpenAnother();
        await database.AddAsync("0");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => IncrementAsync(i % 2 == 0 ? database.Db : other))));

        Assert.Equal(["100"], await database.WordsAsync());

        static Task<int> IncrementAsync(Db db) => db.WriteAsync(static async tx =>
        {
            var count = await tx.SingleAsync<long>("select cast(word as integer) from notes");
            return await tx.ExecuteAsync("update notes set word = cast(@next as text)", new { next = count + 1 });
        });
    }

    [Theory, OnPostgres]
    public async Task A_process_that_hangs_in_a_write_does_not_stop_the_others_for_good(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);

        var settings = await database.Db.WriteAsync(static tx => tx.SingleAsync<string>(
            "select current_setting('idle_in_transaction_session_timeout') || ', ' || current_setting('lock_timeout')"));

        Assert.Equal("30s, 10s", settings);
    }

    [Theory, OnPostgres]
    public async Task A_value_that_is_longer_than_the_database_can_index_is_too_long(TestEngine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        var word = string.Concat(Enumerable.Range(0x4e00, 20_000).Select(char.ConvertFromUtf32));

        Assert.Equal(DbError.TooLong, DbErrors.Classify(await Assert.ThrowsAsync<PostgresException>(() => database.AddAsync(word))));
    }
}
