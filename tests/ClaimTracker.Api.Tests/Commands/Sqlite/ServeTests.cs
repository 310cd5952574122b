using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Commands.Sqlite;

/// <summary>The program as its operator meets it, with a data folder.</summary>
[Collection(Processes.Name)]
public sealed class ServeTests : IDisposable
{
    private readonly SqliteStore _store = new();

    public ServeTests() => Directory.Delete(_store.Folder); // The program makes it.

    private string Folder => _store.Folder;

    private string Database => _store.File;

    [Fact]
    public async Task The_first_start_prints_a_key_that_works_and_stores_only_its_hash_and_later_starts_print_none()
    {
        string key;
        using (var first = await ServiceProcess.ServeAsync(_store, adminKey: null))
        {
            await first.ReadUntilAsync(static line => line.StartsWith("Your key", StringComparison.Ordinal));
            key = first.PrintedKey!;
            Assert.Matches("^ct_1_[A-Za-z0-9_-]{43}$", key);
            Assert.Equal(HttpStatusCode.Created, (await first.Driver(key).PostAsync("/claims", new { text = "It rained." })).Status);
            await first.ReadUntilAsync(static line => line.StartsWith("Try it", StringComparison.Ordinal));
            Assert.Contains(key, first.Output[^1], StringComparison.Ordinal);
            Assert.Equal(0, await first.StopAsync());
            Assert.Equal($"Begin here: {first.Address}", first.Output[^1]);
        }

        Assert.All(
            Directory.GetFiles(Folder),
            file => Assert.DoesNotContain(key, File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal));

        using var second = await ServiceProcess.ServeAsync(_store, adminKey: null);
        Assert.Single((await second.Driver(key).GetAsync("/claims")).Items);
        Assert.Equal(0, await second.StopAsync());
        Assert.Null(second.PrintedKey);
    }

    [Fact]
    public async Task The_data_folder_is_made_for_its_owner_alone()
    {
        var (exit, output, _) = await ServiceProcess.RunAsync(_store, adminKey: null, "migrate");

        Assert.Equal(0, exit);
        Assert.Contains("0001_history_and_keys", output, StringComparison.Ordinal);
        Assert.True(
            OperatingSystem.IsWindows()
                || File.GetUnixFileMode(Folder) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        Assert.True(File.Exists(Path.Combine(Folder, "instance.json")));

        Assert.Contains(
            "is up to date", (await ServiceProcess.RunAsync(_store, adminKey: null, "migrate")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("too-short")]
    [InlineData("a key of forty characters that has spaces")]
    [InlineData("ein-Schl\u00fcssel-der-nicht-nur-ASCII-Zeichen-hat")]
    public async Task A_configured_key_that_is_none_is_refused(string key) =>
        AssertRefused(await ServiceProcess.RunAsync(_store, key, "--urls", "http://127.0.0.1:0"), "32 to 200 visible ASCII characters");

    [Fact]
    public async Task A_database_that_is_gone_is_not_taken_for_a_new_one()
    {
        await ServiceProcess.RunAsync(_store, adminKey: null, "migrate");
        File.Delete(Database);

        AssertRefused(await ServiceProcess.RunAsync(_store, ApiHost.Key, "serve", "--urls", "http://127.0.0.1:0"), "is missing or empty");

        await File.WriteAllBytesAsync(Database, []);
        AssertRefused(await ServiceProcess.RunAsync(_store, ApiHost.Key, "migrate"), "is missing or empty");
        Assert.Equal(0, new FileInfo(Database).Length);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await ServiceProcess.RunAsync(_store, adminKey: null, "migrate");
        _store.Ask("insert into SchemaVersions (ScriptName, Applied) values ('sqlite/9999_future.sql', '2030-01-01')");
        var before = await File.ReadAllBytesAsync(Database);

        AssertRefused(await ServiceProcess.RunAsync(_store, ApiHost.Key, "--urls", "http://127.0.0.1:0"), "9999_future");

        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_used_is_refused()
    {
        await File.WriteAllTextAsync(Folder, "This is a file.");

        AssertRefused(await ServiceProcess.RunAsync(_store, ApiHost.Key, "--urls", "http://127.0.0.1:0"), "cannot be used");
    }

    [Theory]
    [InlineData("--wrong")]
    [InlineData("wrong")]
    public async Task What_the_command_line_does_not_know_is_refused(string argument)
    {
        var (exit, _, error) = await ServiceProcess.RunAsync(_store, ApiHost.Key, argument);

        Assert.Equal(1, exit);
        Assert.Contains(argument, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task Told_to_stop_it_stops_cleanly_and_leaves_one_file_with_everything()
    {
        using (var service = await ServiceProcess.ServeAsync(_store))
        {
            await service.Driver(ApiHost.Key).GivenClaimAsync();
            Assert.Equal(0, await service.StopAsync());
        }

        Assert.False(File.Exists(Database + "-wal") && new FileInfo(Database + "-wal").Length > 0);
        await using var copy = new SqliteStore();
        File.Copy(Database, copy.File);
        using var again = await ServiceProcess.ServeAsync(copy);
        Assert.Single((await again.Driver(ApiHost.Key).GetAsync("/claims")).Items);
    }

    [Fact]
    public async Task The_demo_is_loaded_once_and_its_key_is_gone()
    {
        int claims;
        using (var first = await ServiceProcess.ServeAsync(_store, ApiHost.Key, "--demo"))
        {
            Assert.Contains("The demo is loaded.", first.Output, StringComparer.Ordinal);
            claims = (await first.Driver(ApiHost.Key).GetAsync("/claims?limit=500")).Items.Count;
            Assert.NotEqual(0, claims);
            await first.StopAsync();
        }

        using var second = await ServiceProcess.ServeAsync(_store, ApiHost.Key, "--demo");
        Assert.Contains(second.Output, static line => line.Contains("was not loaded", StringComparison.Ordinal));
        Assert.Equal(claims, (await second.Driver(ApiHost.Key).GetAsync("/claims?limit=500")).Items.Count);
        await second.StopAsync();

        Assert.Equal(
            "admin (configured)",
            _store.Ask("select group_concat(u.name) from api_keys k join users u on u.id = k.user_id where k.revoked_at is null"));
    }

    public void Dispose() => _store.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static void AssertRefused((int Exit, string Output, string Error) run, string reason)
    {
        Assert.Equal(1, run.Exit);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }
}
