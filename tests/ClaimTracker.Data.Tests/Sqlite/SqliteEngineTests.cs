using System.Data.Common;
using System.Text;

namespace ClaimTracker.Data.Tests.Sqlite;

public sealed class SqliteEngineTests
{
    [Fact]
    public async Task A_statement_that_ends_the_transaction_keeps_nothing_of_its_write()
    {
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        database.Ask("create trigger never before insert on notes when new.word = 'never' begin select raise(rollback, 'no'); end");

        await Assert.ThrowsAnyAsync<DbException>(() => database.Db.WriteAsync(static async tx =>
        {
            await TestDatabase.AddAsync(tx, "half");
            return await TestDatabase.AddAsync(tx, "never");
        }));
        await database.AddAsync("next");

        Assert.Equal(["next"], await database.WordsAsync());
    }

    [Fact]
    public async Task Closing_folds_the_WAL_into_the_file()
    {
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        await database.AddAsync("kept");

        await database.CloseAsync();

        Assert.False(File.Exists(database.File + "-wal") && new FileInfo(database.File + "-wal").Length > 0);
    }

    [Fact]
    public async Task The_WAL_is_folded_into_the_file_as_it_grows_and_not_only_at_the_end()
    {
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        for (var i = 0; i < 40; i++)
        {
            await database.AddAsync($"{i} {new string('x', 200_000)}");
        }

        Assert.InRange(new FileInfo(database.File + "-wal").Length, 1, 6_000_000); // It had 8,000,000 bytes and more to take.
        Assert.Equal(40, (await database.WordsAsync()).Count);
    }

    [Fact]
    public async Task What_a_write_wipes_is_in_no_file_when_it_is_answered()
    {
        const string Erased = "Quastenflosser";
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        await database.AddAsync(Erased);
        await database.AddAsync($"{Erased} {new string('x', 20_000)}");

        await database.Db.WriteAsync(WipeAsync);

        Assert.DoesNotContain(Erased, Bytes(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_that_goes_on_keeps_what_was_wiped_until_the_first_write_after_it()
    {
        const string Erased = "Quastenflosser";
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        await database.AddAsync(Erased);
        await database.Db.ReadAsync(
            async tx =>
            {
                await tx.ListAsync<string>("select word from notes");
                await database.Db.WriteAsync(WipeAsync);
                Assert.Equal([Erased], await tx.ListAsync<string>("select word from notes"));
                return true;
            },
            CancellationToken.None);

        await database.AddAsync("after it");
        await database.AddAsync("and once more, when that has tidied up");

        Assert.DoesNotContain(Erased, Bytes(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_WAL_of_a_process_that_was_killed_is_folded_before_anything_is_appended_to_it()
    {
        await using var database = await TestDatabase.NewAsync(new SqliteTestEngine());
        await database.AddAsync("kept");
        Assert.NotEqual(0, new FileInfo(database.File + "-wal").Length);

        await using var next = database.OpenAnother();

        Assert.Equal(0, new FileInfo(database.File + "-wal").Length);
        Assert.Equal(["kept"], await database.WordsAsync());
    }

    [Fact]
    public async Task A_missing_database_is_not_created()
    {
        await using var store = new SqliteStore();

        Assert.Throws<DatabaseException>(() => { _ = store.Database.Open(TimeProvider.System); });

        Assert.False(File.Exists(store.File));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        await using var store = new SqliteStore();
        await File.WriteAllTextAsync(store.File, new string('x', 4096));

        var refused = await Assert.ThrowsAsync<DatabaseException>(store.Database.MigrateAsync);

        Assert.Contains(store.File, refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 4096), await File.ReadAllTextAsync(store.File));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_as_it_is_to_the_byte()
    {
        await using var store = await new SqliteTestEngine().NewAsync();
        store.Ask("insert into schemaversions (scriptname, applied) values ('9999_from_the_future.sql', '2030-01-01')");
        var file = ((SqliteStore)store).File;
        var before = await File.ReadAllBytesAsync(file);

        await Assert.ThrowsAsync<DatabaseException>(store.Database.MigrateAsync);

        Assert.Equal(before, await File.ReadAllBytesAsync(file));
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    private static Task<int> WipeAsync(WriteTx tx)
    {
        tx.WipeOnCommit();
        return tx.ExecuteAsync("update notes set word = null");
    }

    private static string Bytes(TestDatabase database) => string.Concat(new[] { "", "-wal" }.Select(end =>
    {
        using var stream = new FileStream(database.File + end, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes);
    }));
}
