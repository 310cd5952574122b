using System.Globalization;
using ClaimTracker.Data;
using ClaimTracker.Data.Postgres;
using Npgsql;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>
/// PostgreSQL: a database for each test, made from a template that was migrated once. The server is the one that
/// CLAIMTRACKER_TEST_POSTGRES names (version 15 or later, a connection string of a role that may create databases); without it, a
/// private one.
/// </summary>
internal sealed class PostgresTestEngine : TestEngine
{
    public const string ServerSetting = "CLAIMTRACKER_TEST_POSTGRES";

    private static readonly Lazy<string> Server = new(static () => Environment.GetEnvironmentVariable(ServerSetting) ?? PrivatePostgres.Start());
    private static readonly Lazy<Task<string>> Template = new(MigrateTemplateAsync);
    private static int _made;

    public override string? Missing => Environment.GetEnvironmentVariable(ServerSetting) is null && !PrivatePostgres.IsInstalled
        ? $"There is no PostgreSQL here: install it (apt-get install postgresql), or set {ServerSetting} to a connection string."
        : null;

    public override async Task<TestStore> NewAsync(bool migrated = true)
    {
        var template = migrated ? await Template.Value : "template1";
        return await CreateAsync(template);
    }

    private static async Task<string> MigrateTemplateAsync()
    {
        var store = await CreateAsync("template1");
        await store.Database.MigrateAsync();
        return new NpgsqlConnectionStringBuilder(store.ConnectionString).Database!;
    }

    private static async Task<PostgresStore> CreateAsync(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"claimtracker_test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        await RunAsync($"create database {name} template {template} strategy file_copy"); // Half the time of the default.
        return new PostgresStore(new NpgsqlConnectionStringBuilder(Server.Value) { Database = name }.ConnectionString);
    }

    internal static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server.Value) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

internal sealed class PostgresStore(string connectionString) : TestStore
{
    private readonly DirectoryInfo _folder = Scratch.NewFolder("test");

    public override string Folder => _folder.FullName;

    public string ConnectionString => connectionString;

    public override Database Database => PostgresDatabase.Parse(connectionString);

    public override KeyValuePair<string, string?> Setting => new("ConnectionStrings:Postgres", connectionString);

    public override string[] Arguments => ["--postgres", connectionString, "--data", Folder];

    public override string? Ask(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public override async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        await PostgresTestEngine.RunAsync($"drop database {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
    }
}
