using System.Globalization;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data.Backups;
using ClaimTracker.Data.Postgres;

namespace ClaimTracker.Api.Tests.Commands;

/// <summary>Backups of a newsroom, and of one that works meanwhile.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly DirectoryInfo _backups = Scratch.NewFolder("backups");
    private TestStore _source = null!;

    [Fact]
    public async Task A_newsroom_that_is_restored_on_either_engine_exports_what_it_did_to_the_byte()
    {
        var exports = await Newsroom.OnAsync(_source, Newsroom.FillAsync);

        var (folder, manifest) = await BackupAsync();

        // The search index is built again where the backup is restored.
        Assert.All(
            manifest.Counts.Where(static table => table.Key != "indexed_words"),
            static table => Assert.True(table.Value > 0, $"No row of {table.Key} is in the backup."));
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
    public async Task Everything_that_was_acknowledged_before_a_backup_began_is_in_it_however_much_is_written_meanwhile()
    {
        await using var app = await Service.StartAsync(_source.Settings(ApiHost.Key), demo: false, TimeProvider.System);
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
            var (_, manifest) = await BackupAsync();
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

    public async Task InitializeAsync() => _source = TestEngine.Current.Missing is null ? await TestEngine.Current.NewAsync() : null!;

    public async Task DisposeAsync()
    {
        _backups.Delete(recursive: true);
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }
    }

    private Task<(string Folder, BackupManifest Manifest)> BackupAsync() =>
        BackupWriter.WriteAsync(_source.Database, _backups.FullName, TimeProvider.System);

    private static async Task RestoreAsync(string folder, TestStore target)
    {
        if (target is SqliteStore store)
        {
            File.Delete(store.File);
            await Backup.Open(folder).RestoreAsync(store.File);
        }
        else
        {
            await Backup.Open(folder).RestoreAsync((PostgresDatabase)target.Database);
        }
    }
}
