using ClaimTracker.Data.Backups;
using ClaimTracker.Data.Postgres;

namespace ClaimTracker.Data.Tests.Backups;

/// <summary>The files of a backup. Whole newsrooms are backed up and restored in the tests of the API.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _parent = Scratch.NewFolder("backups");

    private string Backups => Path.Combine(_parent.FullName, "backups");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_backup_is_for_its_owner_alone_and_is_named_by_its_instant(TestEngine engine)
    {
        await using var source = await engine.NewAsync();

        var folder = await WriteAsync(source);

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z$", Path.GetFileName(folder));
        var names = Directory.GetFiles(folder).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
        Assert.Equal("SHA256SUMS claimtracker.db manifest.json", string.Join(' ', names));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode file = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            foreach (var path in new[] { Backups, folder })
            {
                Assert.Equal(file | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
            }

            foreach (var path in Directory.GetFiles(folder))
            {
                Assert.Equal(file, File.GetUnixFileMode(path));
            }
        }
    }

    [Theory]
    [OnSqlite(Backup.DatabaseFile), OnPostgres(Backup.DatabaseFile)]
    [OnSqlite(Backup.ManifestFile), OnPostgres(Backup.ManifestFile)]
    [OnSqlite(Backup.SumsFile), OnPostgres(Backup.SumsFile)]
    public async Task A_file_that_is_missing_truncated_or_has_one_byte_changed_is_named(TestEngine engine, string name)
    {
        await using var source = await engine.NewAsync();
        var folder = await WriteAsync(source);
        var file = Path.Combine(folder, name);
        var whole = await File.ReadAllBytesAsync(file);

        foreach (var length in new[] { 0, 1, whole.Length / 2, whole.Length - 1 })
        {
            await File.WriteAllBytesAsync(file, whole[..length]);
            AssertRefused(folder, name, "is damaged in");
        }

        for (var place = 0; place < whole.Length; place += Math.Max(1, whole.Length / 50))
        {
            byte[] changed = [.. whole];
            changed[place] ^= 1;
            await File.WriteAllBytesAsync(file, changed);
            AssertRefused(folder, name, "is damaged in");
        }

        File.Delete(file);
        AssertRefused(folder, name, "is not complete");
        await File.WriteAllBytesAsync(file, whole);
        Assert.NotNull(Backup.Open(folder));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_folder_without_a_backup_is_refused_and_the_backups_in_it_are_named(TestEngine engine)
    {
        await using var source = await engine.NewAsync();
        var folder = await WriteAsync(source);
        Directory.CreateDirectory(folder + ".part");

        Assert.Contains("There is no folder", Refused(Path.Combine(_parent.FullName, "nowhere")), StringComparison.Ordinal);
        Assert.Contains(
            $"holds 1 backups: name one of them, such as {Path.GetFileName(folder)}.", Refused(Backups), StringComparison.Ordinal);
        Assert.Contains("is not complete: it has no manifest.json", Refused(folder + ".part"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_leaves_nothing_behind()
    {
        Directory.CreateDirectory(Backups);
        await using var broken = new SqliteStore();
        await File.WriteAllTextAsync(broken.File, new string('x', 8192));

        await Assert.ThrowsAnyAsync<Exception>(() => BackupWriter.WriteAsync(broken.Database, Backups, TimeProvider.System));

        Assert.Empty(Directory.GetFileSystemEntries(Backups));
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_refused()
    {
        await using var newer = await new SqliteTestEngine().NewAsync();
        newer.Ask("insert into SchemaVersions (ScriptName, Applied) values ('sqlite/9999_future.sql', '2030-01-01')");

        var refused = Refused(await WriteAsync(newer));

        Assert.Contains(
            "was made by a newer version of ClaimTracker (it has the migration sqlite/9999_future.sql)", refused, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_backup_of_an_older_version_is_migrated(TestEngine engine)
    {
        var known = Migrations.Known(Migrations.Sqlite);
        await using var older = await new SqliteTestEngine().NewAsync(migrated: false);
        older.Ask("""
            create table SchemaVersions (
                SchemaVersionID integer constraint 'PK_SchemaVersions_SchemaVersionID' primary key autoincrement not null,
                ScriptName text not null,
                Applied datetime not null)
            """);
        foreach (var name in known.SkipLast(1))
        {
            await using var script = typeof(Migrations).Assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(script);
            older.Ask(await reader.ReadToEndAsync());
            older.Ask($"insert into SchemaVersions (ScriptName, Applied) values ('{name}', '2026-01-01')");
        }

        older.Ask("""
            insert into events (seq, at, actor, kind, subject, body, salt, prev, hash)
            values (1, '2026-01-01T00:00:00Z', 'someone', 'rain.fell', 'rain/1', '{}', '', '', 'x')
            """);
        var folder = await WriteAsync(older);

        await using var target = await engine.NewAsync(migrated: false);
        Assert.Equal(known[known.Count - 1], Assert.Single(await RestoreAsync(folder, target)));
        Assert.Equal("rain.fell", target.Ask("select kind from events"));
        Assert.Empty(await target.Database.PendingAsync());
    }

    public void Dispose() => _parent.Delete(recursive: true);

    private async Task<string> WriteAsync(TestStore source) =>
        (await BackupWriter.WriteAsync(source.Database, Backups, TimeProvider.System)).Folder;

    private static async Task<IReadOnlyList<string>> RestoreAsync(string folder, TestStore target)
    {
        if (target is SqliteStore store)
        {
            File.Delete(store.File);
            return await Backup.Open(folder).RestoreAsync(store.File);
        }

        return await Backup.Open(folder).RestoreAsync((PostgresDatabase)target.Database);
    }

    private static string Refused(string folder) => Assert.Throws<DatabaseException>(() => Backup.Open(folder)).Message;

    private static void AssertRefused(string folder, string name, string reason)
    {
        var message = Refused(folder);
        Assert.Contains(name, message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }
}
