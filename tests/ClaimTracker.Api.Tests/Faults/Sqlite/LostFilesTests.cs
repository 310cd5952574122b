using System.Net;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults.Sqlite;

/// <summary>Files of a data folder that are taken away from under a service that runs.</summary>
[Collection(Processes.Name)]
public sealed class LostFilesTests : IAsyncDisposable
{
    private readonly SqliteStore _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("the database is deleted")]
    [InlineData("the log is deleted")]
    [InlineData("the database is replaced")]
    [InlineData("the folder is moved")]
    [InlineData("the folder is deleted")]
    public async Task Nothing_is_acknowledged_that_would_be_lost_and_the_program_ends(string what)
    {
        using var service = await ServiceProcess.ServeAsync(_store, ServiceProcess.Silent);
        var api = service.Driver(ApiHost.Key);
        await api.GivenClaimAsync();

        Take(what);
        var refused = await api.PostAsync("/claims", new { text = "The bridge is closed." });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("taken away", (string?)refused.Json["detail"], StringComparison.Ordinal);
        Assert.Equal(3, await service.ExitAsync());
        Assert.Contains("was moved, deleted or replaced while the service had it open", await service.LogAsync(), StringComparison.Ordinal);
        Assert.Equal(what is not ("the folder is moved" or "the folder is deleted"), Directory.Exists(_store.Folder));
    }

    [Fact]
    public async Task A_probe_notices_it_before_anybody_writes()
    {
        using var service = await ServiceProcess.ServeAsync(_store, ServiceProcess.Silent);
        Take("the database is deleted");

        using var http = new HttpClient { BaseAddress = service.Address };
        var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("its files were taken away", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(3, await service.ExitAsync());
    }

    [Fact]
    public async Task A_stop_makes_no_folder_in_the_place_of_one_that_is_gone()
    {
        using var service = await ServiceProcess.ServeAsync(_store, ServiceProcess.Silent);
        Take("the folder is deleted");

        Assert.Equal(3, await service.StopAsync());
        Assert.False(Directory.Exists(_store.Folder));
    }

    [Fact]
    public async Task A_folder_that_was_served_and_is_empty_now_is_refused()
    {
        using (var service = await ServiceProcess.ServeAsync(_store))
        {
            await service.StopAsync();
        }

        Directory.Delete(_store.Folder, recursive: true);
        Directory.CreateDirectory(_store.Folder);
        var (exit, _, error) = await ServiceProcess.RunAsync(_store, ApiHost.Key, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exit);
        Assert.Contains("has been served before and is empty now. Is its disk mounted?", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_store.Folder));
    }

    [Fact]
    public async Task A_second_process_is_kept_out_when_the_lock_file_was_removed()
    {
        using var service = await ServiceProcess.ServeAsync(_store);
        File.Delete(Path.Combine(_store.Folder, "claimtracker.lock"));

        var (exit, _, error) = await ServiceProcess.RunAsync(_store, ApiHost.Key, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exit);
        Assert.Contains("is in use by another process", error, StringComparison.Ordinal);
    }

    private void Take(string what)
    {
        switch (what)
        {
            case "the database is deleted":
                File.Delete(_store.File);
                break;
            case "the log is deleted":
                File.Delete(_store.File + "-wal");
                break;
            case "the database is replaced":
                File.Copy(_store.File, _store.File + ".copy");
                File.Move(_store.File + ".copy", _store.File, overwrite: true);
                break;
            case "the folder is moved":
                Directory.Move(_store.Folder, _store.Folder + "-elsewhere");
                break;
            default:
                Directory.Delete(_store.Folder, recursive: true);
                break;
        }
    }
}
