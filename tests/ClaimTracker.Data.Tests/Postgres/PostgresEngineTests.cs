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
