using System.Globalization;
using ClaimTracker.Api.Commands;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;
using ClaimTracker.Data.Backups;
using ClaimTracker.Data.Postgres;

namespace ClaimTracker.Api.Tests.Data.Backups;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly DirectoryInfo _parent = Scratch.NewFolder("backups");
    private TestStore _source = null!;

    private string Backups => Path.Combine(_parent.FullName, "backups");

    [Fact]
    public async Task A_newsroom_that_is_restored_on_either_engine_exports_what_it_did_to_the_byte()
    {
        var exports = await Newsroom.OnAsync(_source, Newsroom.FillAsync);

        var (folder, manifest) = await WriteAsync();

        Assert.All(manifest.Counts, static table => Assert.True(table.Value > 0, $"No row of {table.Key} is in the backup."));
        Assert.Equal(_source.Ask("select max(seq) from events"), manifest.History!.Seq.ToString(CultureInfo.InvariantCulture));
        var next = await Newsroom.OnAsync(_source, Newsroom.NextClaimAsync);
        foreach (var engine in new[] { new SqliteTestEngine(), TestEngine.Current })
        {
            await using var target = await engine.NewAsync(migrated: false);
            await RestoreAsync(folder, target);
            Assert.Equal(exports, await Newsroom.OnAsync(target, Newsroom.ExportAsync));
            Assert.Equal(next, await Newsroom.OnAsync(target, Newsroom.NextClaimAsync));
        }
    }

    [Fact]
    public async Task A_backup_is_for_its_owner_alone_and_is_called_by_its_instant()
    {
        var (folder, _) = await WriteAsync();

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z$", Path.GetFileName(folder));
        Assert.Equal("SHA256SUMS claimtracker.db manifest.json", string.Join(' ', Directory.GetFiles(folder).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)));
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
    [InlineData(Backup.DatabaseFile)]
    [InlineData(Backup.ManifestFile)]
    [InlineData(Backup.SumsFile)]
    public async Task A_file_that_is_missing_truncated_or_has_one_byte_changed_is_named(string name)
    {
        var (folder, _) = await WriteAsync();
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

    [Fact]
    public async Task What_is_no_backup_is_refused_and_the_backups_in_a_folder_are_named()
    {
        var (folder, _) = await WriteAsync();
        Directory.CreateDirectory(folder + ".part");

        Assert.Contains("There is no folder", Refused(Path.Combine(_parent.FullName, "nowhere")), StringComparison.Ordinal);
        Assert.Contains($"holds 1 backups: name one of them, such as {Path.GetFileName(folder)}.", Refused(Backups), StringComparison.Ordinal);
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
    public async Task Everything_that_was_acknowledged_before_a_backup_began_is_in_it_however_much_is_written_meanwhile()
    {
        await using var app = await ServeCommand.StartAsync(_source.Settings(ApiHost.Key), demo: false, TimeProvider.System);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", ApiHost.Key);
        var api = new ApiDriver(http);
        using var enough = new CancellationTokenSource();
        var (written, last) = (0L, 0L);
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(WriteAsync)).ToList();

        for (var backup = 0; backup < 3; backup++)
        {
            while (Interlocked.Read(ref written) < last + 50)
            {
                await api.GetAsync("/claims?limit=1");
            }

            last = Interlocked.Read(ref written);
            var (_, manifest) = await this.WriteAsync();
            Assert.InRange(manifest.Counts["claims"], last, Interlocked.Read(ref written) + writers.Count);
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);

        async Task WriteAsync()
        {
            while (!enough.IsCancellationRequested)
            {
                await api.GivenClaimAsync();
                Interlocked.Increment(ref written);
            }
        }
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_refused()
    {
        await using var newer = await new SqliteTestEngine().NewAsync();
        newer.Ask("insert into SchemaVersions (ScriptName, Applied) values ('sqlite/9999_future.sql', '2030-01-01')");
        var (folder, _) = await BackupWriter.WriteAsync(newer.Database, Backups, TimeProvider.System);

        Assert.Contains("was made by a newer version of ClaimTracker (it has the migration sqlite/9999_future.sql)", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_an_older_version_is_migrated()
    {
        var known = Migrations.Known(Migrations.Sqlite);
        await using var older = await new SqliteTestEngine().NewAsync(migrated: false);
        older.Ask("create table SchemaVersions (SchemaVersionID integer constraint 'PK_SchemaVersions_SchemaVersionID' primary key autoincrement not null, ScriptName text not null, Applied datetime not null)");
        foreach (var name in known.SkipLast(1))
        {
            await using var script = typeof(Migrations).Assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(script);
            older.Ask(await reader.ReadToEndAsync());
            older.Ask($"insert into SchemaVersions (ScriptName, Applied) values ('{name}', '2026-01-01')");
        }

        older.Ask("insert into events (seq, at, actor, kind, subject, body, salt, prev, hash) values (1, '2026-01-01T00:00:00Z', 'someone', 'rain.fell', 'rain/1', '{}', '', '', 'x')");
        var (folder, _) = await BackupWriter.WriteAsync(older.Database, Backups, TimeProvider.System);

        await using var target = await TestEngine.Current.NewAsync(migrated: false);
        Assert.Equal(known[known.Count - 1], Assert.Single(await RestoreAsync(folder, target)));
        Assert.Equal("rain.fell", target.Ask("select kind from events"));
        Assert.Empty(await target.Database.PendingAsync());
    }

    public async Task InitializeAsync() => _source = TestEngine.Current.Missing is null ? await TestEngine.Current.NewAsync() : null!;

    public async Task DisposeAsync()
    {
        _parent.Delete(recursive: true);
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }
    }

    private Task<(string Folder, BackupManifest Manifest)> WriteAsync() => BackupWriter.WriteAsync(_source.Database, Backups, TimeProvider.System);

    private static async Task<IReadOnlyList<string>> RestoreAsync(string folder, TestStore target)
    {
        if (target is PostgresStore server)
        {
            return await Backup.Open(folder).RestoreAsync((PostgresDatabase)server.Database);
        }

        File.Delete(((SqliteStore)target).File);
        return await Backup.Open(folder).RestoreAsync(((SqliteStore)target).File);
    }

    private static string Refused(string folder) => Assert.Throws<DatabaseException>(() => Backup.Open(folder)).Message;

    private static void AssertRefused(string folder, string name, string reason)
    {
        var message = Refused(folder);
        Assert.Contains(name, message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }
}
