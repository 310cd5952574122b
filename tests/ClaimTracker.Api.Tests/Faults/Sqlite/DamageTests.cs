using System.Globalization;
using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults.Sqlite;

/// <summary>The file of the database is damaged: before the start, and under the running service.</summary>
[Collection(Processes.Name)]
public sealed class DamageTests : IAsyncLifetime
{
    private SqliteStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = new SqliteStore();
        await ServiceProcess.RunAsync(_store, adminKey: null, "migrate");
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Theory]
    [InlineData("garbage")]
    [InlineData("cut in half")]
    [InlineData("cut to a few bytes")]
    [InlineData("zeros")]
    public async Task A_damaged_database_is_refused_in_one_sentence_and_left_as_it_is(string damage)
    {
        var good = await File.ReadAllBytesAsync(_store.File);
        byte[] bad = damage switch
        {
            "garbage" => [.. good.Select(static (b, i) => (byte)(b ^ (i * 31) ^ 0x5A))],
            "cut in half" => good[..(good.Length / 2)],
            "cut to a few bytes" => good[..50],
            _ => new byte[good.Length],
        };
        await File.WriteAllBytesAsync(_store.File, bad);

        var (exit, _, error) = await ServiceProcess.RunAsync(_store, ApiHost.Key, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exit);
        Assert.Contains("damaged", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.Equal(bad, await File.ReadAllBytesAsync(_store.File));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Once_damage_is_met_nothing_more_is_written_and_what_can_be_read_is(bool byRead)
    {
        var page = int.Parse(_store.Ask("pragma page_size")!, CultureInfo.InvariantCulture);
        var root = int.Parse(_store.Ask("select rootpage from sqlite_schema where name = 'claims'")!, CultureInfo.InvariantCulture);
        using var service = await ServiceProcess.ServeAsync(_store, ServiceProcess.Silent);
        var api = service.Driver(ApiHost.Key);
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsync("/sources", new { url = "https://example.org/before" })).Status);

        await using (var file = new FileStream(_store.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Position = (root - 1L) * page;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, page).ToArray());
        }

        var met = byRead ? await api.GetAsync("/claims") : await api.PostAsync("/claims", new { text = "It rained." });
        var next = await api.PostAsync("/sources", new { url = "https://example.org/after" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, met.Status);
        Assert.Contains("is damaged", met.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, next.Status);
        Assert.Contains("writes no more", next.Text, StringComparison.Ordinal);
        Assert.Single((await api.GetAsync("/sources")).Items);
    }

    [Fact]
    public async Task A_file_that_is_cut_under_the_service_does_not_end_it()
    {
        using var service = await ServiceProcess.ServeAsync(_store, ServiceProcess.Silent);
        var api = service.Driver(ApiHost.Key);
        await api.GetAsync("/sources"); // Its connections are open, and know how long the file was.
        await using (var file = new FileStream(_store.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(8192);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.GetAsync("/claims")).Status);
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable, (await api.PostAsync("/sources", new { url = "https://example.org/after" })).Status);
        using var alive = await api.Http.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }
}
