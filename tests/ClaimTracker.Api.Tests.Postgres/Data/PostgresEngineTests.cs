using ClaimTracker.Data;
using Npgsql;

namespace ClaimTracker.Api.Tests.Data;

public sealed class PostgresEngineTests
{
    private const string KillOthers = "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

    // Runs when the transaction commits: the connection ends just there.
    private const string DieAtCommit = """
        create function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
        create constraint trigger dies after insert on notes deferrable initially deferred for each row execute function die();
        """;

    [Fact]
    public async Task A_server_that_was_started_anew_is_found_again_at_once()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddAsync("before");
        Assert.Equal(["before"], await database.WordsAsync());

        Assert.NotEqual("0", database.Ask(KillOthers), StringComparer.Ordinal);
        Assert.Equal(["before"], await database.WordsAsync());

        database.Ask(KillOthers);
        await database.AddAsync("after");
        Assert.Equal(["before", "after"], await database.WordsAsync());
    }

    [Fact]
    public async Task A_write_whose_commit_was_cut_off_is_not_run_again_and_its_sender_learns_that_nobody_knows()
    {
        await using var database = await TestDatabase.NewAsync();
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

    [Fact]
    public async Task Writers_of_two_processes_take_turns()
    {
        await using var database = await TestDatabase.NewAsync();
        await using var other = database.OpenAnother();
        await database.AddAsync("0");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => (i % 2 == 0 ? database.Db : other).WriteAsync(static async tx =>
        {
            var count = await tx.SingleAsync<long>("select cast(word as integer) from notes");
            return await tx.ExecuteAsync("update notes set word = cast(@next as text)", new { next = count + 1 });
        }))));

        Assert.Equal(["100"], await database.WordsAsync());
    }

    [Fact]
    public async Task One_that_hangs_in_the_middle_of_a_write_does_not_stop_the_others_for_good()
    {
        await using var database = await TestDatabase.NewAsync();

        var settings = await database.Db.WriteAsync(static async tx =>
            (Idle: await tx.SingleAsync<string>("select current_setting('idle_in_transaction_session_timeout')"), Wait: await tx.SingleAsync<string>("select current_setting('lock_timeout')")));

        Assert.Equal(("30s", "10s"), settings);
    }

    [Fact]
    public async Task A_value_that_is_longer_than_the_database_can_index_is_too_long()
    {
        await using var database = await TestDatabase.NewAsync();
        var word = string.Concat(Enumerable.Range(0x4e00, 20_000).Select(char.ConvertFromUtf32));

        Assert.Equal(DbError.TooLong, DbErrors.Classify(await Assert.ThrowsAsync<PostgresException>(() => database.AddAsync(word))));
    }
}
