using ClaimTracker.Data.Copying;
using Npgsql;

namespace ClaimTracker.Data.Tests.Copying;

/// <summary>Copies between the engines. Whole newsrooms are copied in the tests of the API.</summary>
public sealed class DatabaseCopyTests
{
    private const string Claim = """
        insert into claims (text, text_key, attribution, appearances, created_by, created_at, updated_at)
        values ('It rained.', 'it rained', '[]', '[]', 'tester', '2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z')
        returning id
        """;

    private const string Event = """
        insert into events (seq, at, actor, kind, subject, body, salt, prev, hash)
        values (1, '2026-01-01T00:00:00.000000Z', 'tester', 'rain.fell', 'rain/1', '{}', '', '', 'x')
        """;

    [Theory, OnPostgres]
    public async Task An_id_that_was_given_out_is_not_given_out_again_after_a_copy(TestEngine postgres)
    {
        await using var first = await new SqliteTestEngine().NewAsync();
        await using var between = await postgres.NewAsync();
        await using var last = await new SqliteTestEngine().NewAsync();
        first.Ask(Claim);
        first.Ask($"delete from claims where id = {first.Ask(Claim)}");

        await DatabaseCopy.RunAsync(first.Database, between.Database);
        await DatabaseCopy.RunAsync(between.Database, last.Database);

        Assert.Equal("3", between.Ask(Claim));
        Assert.Equal("3", last.Ask(Claim));
    }

    [Theory, OnPostgres]
    public async Task A_database_that_has_anything_is_not_copied_into(TestEngine postgres)
    {
        await using var first = await new SqliteTestEngine().NewAsync();
        await using var second = await postgres.NewAsync();
        second.Ask(Claim);

        var refused = await Assert.ThrowsAsync<DatabaseException>(() => DatabaseCopy.RunAsync(first.Database, second.Database));

        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal("1", second.Ask("select count(*) from claims"));
    }

    [Theory, OnPostgres]
    public async Task A_copy_that_goes_wrong_leaves_the_target_empty(TestEngine postgres)
    {
        await using var first = await new SqliteTestEngine().NewAsync();
        await using var second = await postgres.NewAsync();
        first.Ask(Event);
        first.Ask(Claim);
        second.Ask("alter table claims add constraint never check (text <> 'It rained.')");

        await Assert.ThrowsAnyAsync<PostgresException>(() => DatabaseCopy.RunAsync(first.Database, second.Database));

        Assert.Equal("0", second.Ask("select count(*) from events"));
        Assert.Equal("6", second.Ask("select count(*) from ratings"));
    }

    [Theory, OnPostgres]
    public async Task A_value_that_the_target_changes_on_its_way_in_is_noticed_and_not_kept(TestEngine postgres)
    {
        await using var first = await new SqliteTestEngine().NewAsync();
        await using var second = await postgres.NewAsync();
        first.Ask(Event);
        first.Ask(Claim);
        second.Ask("""
            create function meddle() returns trigger language plpgsql as $$ begin new.text := new.text || ' '; return new; end $$;
            create trigger meddles before insert on claims for each row execute function meddle();
            """);

        var refused = await Assert.ThrowsAsync<DatabaseException>(() => DatabaseCopy.RunAsync(first.Database, second.Database));

        Assert.Contains("claims", refused.Message, StringComparison.Ordinal);
        Assert.Equal("0", second.Ask("select count(*) from events"));
    }
}
