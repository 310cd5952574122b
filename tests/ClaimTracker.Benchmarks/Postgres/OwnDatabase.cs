using Npgsql;

namespace ClaimTracker.Benchmarks.Postgres;

/// <summary>A database of the run, dropped at its end.</summary>
internal sealed class OwnDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;

    private OwnDatabase(string server, string name) => (_server, _name) = (server, name);

    public string Connection => new NpgsqlConnectionStringBuilder(_server) { Database = _name }.ToString();

    public static async Task<OwnDatabase> CreateAsync(string server)
    {
        var database = new OwnDatabase(server, $"claimtracker_benchmark_{Environment.ProcessId}");
        await database.RunAsync("create database {0} encoding 'UTF8' template template0");
        return database;
    }

    public async ValueTask DisposeAsync() => await RunAsync("drop database {0} with (force)");

    private async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(_server) { Database = "postgres", Pooling = false });
        await using var command = source.CreateCommand(string.Format(sql, _name));
        await command.ExecuteNonQueryAsync();
    }
}
