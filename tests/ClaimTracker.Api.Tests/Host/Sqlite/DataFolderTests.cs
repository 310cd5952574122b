using System.Diagnostics;
using ClaimTracker.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Host.Sqlite;

/// <summary>A data folder that cannot be served is refused in one sentence, and left as it is.</summary>
[Collection(Processes.Name)]
public sealed class DataFolderTests : IDisposable
{
    private readonly SqliteStore _store = new();
    private readonly ITestOutputHelper _output;

    public DataFolderTests(ITestOutputHelper output)
    {
        _output = output;
        File.WriteAllBytes(_store.File, []);
    }

    [Fact]
    public async Task A_folder_is_served_by_one_process_at_a_time_and_by_the_next_as_soon_as_that_one_is_killed()
    {
        using (var first = await ServiceProcess.ServeAsync(_store))
        {
            await RefusesAsync("is in use by another process");
            Assert.Equal(0, await first.Driver(ApiHost.Key).GivenClaimAsync() - 1);
            await first.KillAsync();
        }

        using var second = await ServiceProcess.ServeAsync(_store);
        Assert.Single((await second.Driver(ApiHost.Key).GetAsync("/claims")).Items);
    }

    [Fact]
    public async Task What_else_is_in_a_data_folder_is_left_alone()
    {
        File.Delete(_store.File);
        await File.WriteAllTextAsync(Path.Combine(_store.Folder, "letters.txt"), "Dear all");

        using var service = await ServiceProcess.ServeAsync(_store);
        Assert.Equal(1, await service.Driver(ApiHost.Key).GivenClaimAsync());
        await service.StopAsync();

        Assert.Equal("Dear all", await File.ReadAllTextAsync(Path.Combine(_store.Folder, "letters.txt")));
    }

    [Theory]
    [InlineData("""{"application":"Another"}""")]
    [InlineData("{\"applica")]
    [InlineData("[]")]
    public async Task A_folder_of_another_program_is_not_used(string instance)
    {
        await File.WriteAllTextAsync(Path.Combine(_store.Folder, "instance.json"), instance);

        await RefusesAsync("instance.json is not one of ClaimTracker, or is damaged");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is()
    {
        await File.WriteAllTextAsync(_store.File, new string('x', 8192));

        await RefusesAsync("is not a database");

        Assert.Equal(new string('x', 8192), await File.ReadAllTextAsync(_store.File));
    }

    [Fact]
    public async Task A_database_of_another_program_gets_no_tables_of_ours()
    {
        await File.WriteAllBytesAsync(_store.File, []);
        _store.Ask("create table letters (id integer primary key, text text)");
        var before = await File.ReadAllBytesAsync(_store.File);

        await RefusesAsync("is a database, but not one of ClaimTracker");

        Assert.Equal(before, await File.ReadAllBytesAsync(_store.File));
    }

    [Theory]
    [InlineData(0.3, false)]
    [InlineData(0.9, false)]
    [InlineData(0.5, true)]
    public async Task A_database_that_is_truncated_or_overwritten_is_not_served(double at, bool overwritten)
    {
        await ServiceProcess.RunAsync(_store, adminKey: null, "migrate");
        var bytes = await File.ReadAllBytesAsync(_store.File);
        var place = (int)(bytes.Length * at);
        await File.WriteAllBytesAsync(
            _store.File, overwritten ? [.. bytes[..place], .. new byte[4096], .. bytes[(place + 4096)..]] : bytes[..place]);

        await RefusesAsync("is damaged");
    }

    [Fact]
    public async Task A_folder_on_a_disk_that_cannot_be_written_is_refused()
    {
        var (exit, _, error) = await ServiceProcess.RunAsync(
            new Elsewhere("/proc/claimtracker"), ApiHost.Key, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exit);
        Assert.Contains("The data folder /proc/claimtracker cannot be used", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_folder_that_others_can_read_is_served_with_a_warning()
    {
        var warnings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging__LogLevel__Default"] = "Warning" };
        using (var service = await ServiceProcess.ServeAsync(_store, warnings))
        {
            await service.StopAsync();
            Assert.Contains($"\"open_to_others\",\"path\":\"{_store.Folder}\"", await service.LogAsync(), StringComparison.Ordinal);
        }

        Directory.Delete(_store.Folder, recursive: true); // What the program makes itself, it makes for its owner alone.
        using var again = await ServiceProcess.ServeAsync(_store, warnings);
        await again.StopAsync();
        Assert.Equal("", await again.LogAsync());

        if (!OperatingSystem.IsWindows())
        {
            var key = Path.Combine(_store.Folder, "checkpoint-key.pem");
            File.SetUnixFileMode(key, File.GetUnixFileMode(key) | UnixFileMode.GroupRead);
            using var careless = await ServiceProcess.ServeAsync(_store, warnings);
            await careless.StopAsync();
            Assert.Contains($"\"open_to_others\",\"path\":\"{key}\"", await careless.LogAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_a_kill_it_is_ready_soon_and_after_a_clean_stop_there_is_nothing_to_look_at()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging__LogLevel__Default"] = "Information" };
        using (var killed = await ServiceProcess.ServeAsync(_store))
        {
            var api = killed.Driver(ApiHost.Key);
            await Task.WhenAll(Enumerable.Range(0, 500).Select(i => api.GivenClaimAsync($"Claim {i}.")));
            await killed.KillAsync();
        }

        var began = Stopwatch.GetTimestamp();
        using (var recovered = await ServiceProcess.ServeAsync(_store, words))
        {
            using var http = new HttpClient { BaseAddress = recovered.Address };
            while (!(await http.GetAsync("/readyz")).IsSuccessStatusCode)
            {
                Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, ServiceProcess.Patience);
            }

            // A figure, not a limit: the machine may be busy.
            _output.WriteLine($"Ready {Stopwatch.GetElapsedTime(began).TotalSeconds:N2} s after the start.");
            await recovered.StopAsync();
            Assert.Contains("\"unclean_stop\"", await recovered.LogAsync(), StringComparison.Ordinal);
            Assert.Matches("\"history_tail_checked\",\"lines\":50[0-9],", await recovered.LogAsync());
        }

        using var clean = await ServiceProcess.ServeAsync(_store, words);
        await clean.StopAsync();
        Assert.DoesNotContain("\"unclean_stop\"", await clean.LogAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => _store.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task RefusesAsync(string reason)
    {
        var (exit, output, error) = await ServiceProcess.RunAsync(_store, ApiHost.Key, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exit);
        Assert.Equal("", output);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
    }
}
