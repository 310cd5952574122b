using ClaimTracker.Api.Tests.Hosting;
using Npgsql;

namespace ClaimTracker.Api.Tests.Commands;

/// <summary>The program as its operator meets it, with a PostgreSQL server.</summary>
[Collection(Processes.Name)]
public sealed class ServeTests : IAsyncLifetime
{
    private PostgresStore _store = null!;

    [Fact]
    public async Task What_is_no_connection_string_is_refused_with_an_example()
    {
        AssertRefused(await RunAsync("rubbish"), "cannot be read");
        AssertRefused(await RunAsync("Host=127.0.0.1;Colour=red"), "cannot be read");
        AssertRefused(await RunAsync(""), "names no host");
        AssertRefused(await RunAsync("Database=claimtracker"), "names no host");
        AssertRefused(await RunAsync("Host=127.0.0.1"), "names no database");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named() =>
        AssertRefused(
            await RunAsync("Host=127.0.0.1;Port=1;Database=claimtracker;Username=someone;Password=hush"), "127.0.0.1:1",
            "cannot be reached");

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_within_ten_seconds()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var started = TimeProvider.System.GetTimestamp();

        AssertRefused(
            await RunAsync($"Host=127.0.0.1;Port={((System.Net.IPEndPoint)silent.LocalEndpoint).Port};Database=claimtracker"),
            "cannot be reached");

        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_not_printed() =>
        AssertRefused(await RunAsync(With(static s => s.Password = "hush")), "password authentication failed");

    [Fact]
    public async Task A_database_that_does_not_exist_is_named() =>
        AssertRefused(await RunAsync(With(static s => s.Database = "nowhere")), "nowhere", "does not exist");

    [Fact]
    public async Task A_server_that_would_lose_what_it_answered_is_refused()
    {
        _store.Ask($"alter database {new NpgsqlConnectionStringBuilder(_store.ConnectionString).Database} set synchronous_commit = off");

        AssertRefused(await RunAsync(_store.ConnectionString), "synchronous_commit");
    }

    [Fact]
    public async Task A_database_with_an_encoding_that_cannot_keep_every_text_is_refused()
    {
        var name = new NpgsqlConnectionStringBuilder(_store.ConnectionString).Database + "_latin";
        await PostgresTestEngine.RunAsync($"create database {name} encoding 'LATIN1' locale 'C' template template0");
        await using var latin = new PostgresStore(With(settings => settings.Database = name));

        AssertRefused(await RunAsync(latin.ConnectionString), "LATIN1");
    }

    [Fact]
    public async Task Several_hosts_are_tried_in_their_order()
    {
        var hosts = With(static s => s.Host = $"127.0.0.1:1,127.0.0.1:{s.Port}") + ";Target Session Attributes=read-write";
        using var service = await ServiceProcess.ServeAsync(new PostgresStore(hosts));

        Assert.Empty((await service.Driver(ApiHost.Key).GetAsync("/claims")).Items);
        Assert.NotEqual(0, await service.Driver(ApiHost.Key).GivenClaimAsync());
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task Told_to_stop_it_stops_cleanly()
    {
        using var service = await ServiceProcess.ServeAsync(_store);
        await service.Driver(ApiHost.Key).GivenClaimAsync();

        Assert.Equal(0, await service.StopAsync());
        Assert.Equal("1", _store.Ask("select count(*) from claims"));
    }

    [Fact]
    public async Task The_database_is_copied_to_a_data_folder_and_back_from_the_command_line()
    {
        await using var folder = new SqliteStore();
        await using var back = (PostgresStore)await TestEngine.Current.NewAsync(migrated: false);
        using (var service = await ServiceProcess.ServeAsync(_store))
        {
            await service.Driver(ApiHost.Key).GivenClaimAsync();
        }

        var (exit, output, _) = await ServiceProcess.RunAsync(_store, adminKey: null, "copy-to", folder.Folder);
        Assert.Equal(0, exit);
        Assert.Contains("counts and checksums", output, StringComparison.Ordinal);
        Assert.Equal(0, (await ServiceProcess.RunAsync(folder, adminKey: null, "copy-to", back.ConnectionString)).Exit);

        Assert.Equal("1", back.Ask("select count(*) from claims"));
        AssertRefused(await ServiceProcess.RunAsync(folder, adminKey: null, "copy-to", back.ConnectionString), "is not empty");
    }

    [Fact]
    public async Task A_read_that_keeps_what_was_erased_is_named_and_without_it_nothing_is_kept()
    {
        using (var service = await ServiceProcess.ServeAsync(_store))
        {
            await service.Driver(ApiHost.Key).GivenClaimAsync();
        }

        await using var reader = new NpgsqlConnection(With(static s => s.ApplicationName = "night report"));
        await reader.OpenAsync();
        await using (var transaction = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead))
        {
            await using var command = new NpgsqlCommand("select count(*) from events", reader, transaction);
            await command.ExecuteScalarAsync();

            AssertRefused(
                await ServiceProcess.RunAsync(_store, adminKey: null, "redact", "--subject", "claim/1", "--reason", "Asked for."),
                "night report", "redact once more");
        }

        var file = _store.Ask("select pg_relation_filenode('events')");
        var (exit, output, _) = await ServiceProcess.RunAsync(
            _store, adminKey: null, "redact", "--subject", "claim/1", "--reason", "Asked for.");
        Assert.Equal(0, exit);
        Assert.Contains("The history was written anew", output, StringComparison.Ordinal);
        Assert.NotEqual(file, _store.Ask("select pg_relation_filenode('events')"), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("alter table events disable trigger events_are_never_changed")]
    [InlineData("drop trigger events_are_never_emptied on events")]
    public async Task A_history_whose_guards_are_off_does_not_verify(string sql)
    {
        Assert.Equal(0, (await ServiceProcess.RunAsync(_store, adminKey: null, "verify")).Exit);

        _store.Ask(sql);

        var (exit, _, error) = await ServiceProcess.RunAsync(_store, adminKey: null, "verify");
        Assert.Equal(2, exit);
        Assert.Contains("triggers that guard the history", error, StringComparison.Ordinal);
    }

    public async Task InitializeAsync() =>
        _store = TestEngine.Current.Missing is null ? (PostgresStore)await TestEngine.Current.NewAsync() : null!;

    public async Task DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    private static Task<(int Exit, string Output, string Error)> RunAsync(string connectionString) =>
        ServiceProcess.RunAsync(new PostgresStore(connectionString), ApiHost.Key, "--urls", "http://127.0.0.1:0");

    private string With(Action<NpgsqlConnectionStringBuilder> change)
    {
        var settings = new NpgsqlConnectionStringBuilder(_store.ConnectionString);
        change(settings);
        return settings.ConnectionString;
    }

    private static void AssertRefused((int Exit, string Output, string Error) run, params string[] reasons)
    {
        Assert.Equal(1, run.Exit);
        Assert.All(reasons, reason => Assert.Contains(reason, run.Error, StringComparison.Ordinal));
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", run.Error, StringComparison.Ordinal);
    }
}
