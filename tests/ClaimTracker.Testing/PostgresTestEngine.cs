using System.Globalization;
using ClaimTracker.Data;
using ClaimTracker.Data.Postgres;
using Npgsql;

namespace ClaimTracker.Testing;

/// <summary>
/// PostgreSQL: a database for each test, made from a template that was migrated once. The server is the one that
/// CLAIMTRACKER_TEST_POSTGRES names (a connection string of a role that may create databases); without it, a private one.
/// </summary>
public sealed class PostgresTestEngine : TestEngine
{
    public const string ServerSetting = "CLAIMTRACKER_TEST_POSTGRES";

    private static readonly Lazy<string> Server = new(static () =>
        Environment.GetEnvironmentVariable(ServerSetting) ?? PrivatePostgres.Start());

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

    public override string ToString() => "PostgreSQL";

    /// <summary>Runs a statement outside of the databases of the tests.</summary>
    public static Task RunAsync(string sql) => RunAsync(_ => sql);

    private static async Task RunAsync(Func<Version, string> sql)
    {
        await using var connection = PostgresStore.Unpooled(Server.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql(connection.PostgreSqlVersion), connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> MigrateTemplateAsync()
    {
        var store = await CreateAsync("template1");
        await store.Database.MigrateAsync();
        return new NpgsqlConnectionStringBuilder(store.ConnectionString).Database!;
    }

    // Takes half the time of the default of a server that knows the word. It is the only way of an older one.
    private static string CopyFiles(Version server) => server.Major >= 15 ? "strategy file_copy" : "";

    private static async Task<PostgresStore> CreateAsync(string template)
    {
        var number = Interlocked.Increment(ref _made);
        var name = string.Create(CultureInfo.InvariantCulture, $"claimtracker_test_{Environment.ProcessId}_{number}");
        await RunAsync(server => $"create database {name} template {template} {CopyFiles(server)}");
        return new PostgresStore(new NpgsqlConnectionStringBuilder(Server.Value) { Database = name }.ConnectionString);
    }
}

/// <summary>A database on a server, and a folder for what a service keeps beside it.</summary>
public sealed class PostgresStore(string connectionString) : TestStore
{
    private readonly DirectoryInfo _folder = Scratch.NewFolder("test");

    public override string Folder => _folder.FullName;

    public string ConnectionString => connectionString;

    public override Database Database => PostgresDatabase.Parse(connectionString);

    public override KeyValuePair<string, string?> Setting => new("ConnectionStrings:Postgres", connectionString);

    public override IReadOnlyList<string> Arguments => ["--postgres", connectionString, "--data", Folder];

    public override string? Ask(string sql)
    {
        using var connection = Unpooled(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    internal static NpgsqlConnection Unpooled(string connectionString) =>
        new(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

    public override async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        await PostgresTestEngine.RunAsync($"drop database {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
    }
}
