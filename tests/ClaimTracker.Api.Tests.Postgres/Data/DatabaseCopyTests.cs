using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;
using ClaimTracker.Data.Copying;

namespace ClaimTracker.Api.Tests.Data;

public sealed class DatabaseCopyTests
{
    private static readonly TestEngine Sqlite = new SqliteTestEngine();

    [Fact]
    public async Task A_newsroom_goes_to_PostgreSQL_and_back_and_its_exports_stay_the_same_to_the_byte()
    {
        await using var first = await Sqlite.NewAsync();
        await using var between = await TestEngine.Current.NewAsync();
        await using var last = await Sqlite.NewAsync();
        var exports = await Newsroom.OnAsync(first, Newsroom.FillAsync);

        var there = await DatabaseCopy.RunAsync(first.Database, between.Database);
        var back = await DatabaseCopy.RunAsync(between.Database, last.Database);

        Assert.Equal(there, back);
        Assert.Empty(await FaultsAsync(between));
        Assert.Empty(await FaultsAsync(last));
        Assert.All(there, static table => Assert.True(table.Rows > 0, $"No row of {table.Name} was copied."));
        Assert.Equal(exports, await Newsroom.OnAsync(between, Newsroom.ExportAsync));
        Assert.Equal(exports, await Newsroom.OnAsync(last, Newsroom.ExportAsync));
    }

    // The history vouches for the same rows on either engine.
    private static async Task<IReadOnlyList<string>> FaultsAsync(TestStore store)
    {
        await using var db = store.Database.OpenReadOnly();
        return (await new Verification(db, checkpoint: null, CancellationToken.None).RunAsync()).Faults;
    }

    [Fact]
    public async Task An_id_that_was_given_out_is_not_given_out_again_after_a_copy()
    {
        await using var first = await Sqlite.NewAsync();
        await using var between = await TestEngine.Current.NewAsync();
        await using var last = await Sqlite.NewAsync();
        await Newsroom.OnAsync(first, static async api =>
        {
            await api.GivenClaimAsync();
            var gone = await api.GivenClaimAsync("It is gone soon.");
            await api.DeleteAsync($"/claims/{gone}");
            return "";
        });

        await DatabaseCopy.RunAsync(first.Database, between.Database);
        await DatabaseCopy.RunAsync(between.Database, last.Database);

        Assert.Equal("3", await Newsroom.OnAsync(between, Newsroom.NextClaimAsync));
        Assert.Equal("3", await Newsroom.OnAsync(last, Newsroom.NextClaimAsync));
    }

    [Fact]
    public async Task A_database_that_has_anything_is_not_copied_into()
    {
        await using var first = await Sqlite.NewAsync();
        await using var second = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(second, Newsroom.NextClaimAsync);

        var refused = await Assert.ThrowsAsync<DatabaseException>(() => DatabaseCopy.RunAsync(first.Database, second.Database));

        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal("1", second.Ask("select count(*) from claims"));
    }

    [Fact]
    public async Task A_copy_that_goes_wrong_leaves_the_target_empty()
    {
        await using var first = await Sqlite.NewAsync();
        await using var second = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(first, Newsroom.NextClaimAsync);
        second.Ask("alter table claims add constraint never check (text <> 'The harbour bridge cost 48 million dollars.')");

        await Assert.ThrowsAnyAsync<Npgsql.PostgresException>(() => DatabaseCopy.RunAsync(first.Database, second.Database));

        Assert.Equal("0", second.Ask("select count(*) from events"));
        Assert.Equal("6", second.Ask("select count(*) from ratings"));
    }

    [Fact]
    public async Task What_the_target_changes_on_its_way_in_is_noticed_and_not_kept()
    {
        await using var first = await Sqlite.NewAsync();
        await using var second = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(first, Newsroom.NextClaimAsync);
        second.Ask("""
            create function meddle() returns trigger language plpgsql as $$ begin new.text := new.text || ' '; return new; end $$;
            create trigger meddles before insert on claims for each row execute function meddle();
            """);

        var refused = await Assert.ThrowsAsync<DatabaseException>(() => DatabaseCopy.RunAsync(first.Database, second.Database));

        Assert.Contains("claims", refused.Message, StringComparison.Ordinal);
        Assert.Equal("0", second.Ask("select count(*) from events"));
    }
}
