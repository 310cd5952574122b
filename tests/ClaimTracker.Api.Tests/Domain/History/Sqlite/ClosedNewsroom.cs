using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;
using ClaimTracker.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Api.Tests.Domain.History.Sqlite;

/// <summary>The database file of a newsroom, closed, and copies of it to damage.</summary>
public sealed class ClosedNewsroom : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Scratch.NewFolder("closed");

    public byte[] Bytes { get; private set; } = [];

    /// <summary>A checkpoint of its history.</summary>
    public string SignedHead { get; private set; } = "";

    private string Damaged => Path.Combine(_folder.FullName, "claimtracker.db");

    public async Task InitializeAsync()
    {
        var host = new ApiHost(new SqliteTestEngine());
        await host.InitializeAsync();
        await Newsroom.FillAsync(host.Api);
        SignedHead = (await host.Api.GetAsync("/history/checkpoint")).Text;
        host.Store.Ask("pragma wal_checkpoint(truncate)"); // The file then holds everything.
        Bytes = await File.ReadAllBytesAsync(Path.Combine(host.Store.Folder, "claimtracker.db"));
        await host.DisposeAsync();
        await CopyAsync(Bytes);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Makes a copy with other bytes. It replaces the previous copy.</summary>
    internal async Task<SqliteDatabase> CopyAsync(byte[] bytes)
    {
        foreach (var file in _folder.GetFiles())
        {
            file.Delete();
        }

        await File.WriteAllBytesAsync(Damaged, bytes);
        return new SqliteDatabase(Damaged);
    }

    /// <summary>Makes a copy, and runs SQL in it that bypasses every rule of the database.</summary>
    internal async Task<SqliteDatabase> TamperAsync(string sql)
    {
        var database = await CopyAsync(Bytes);
        await using var connection = new SqliteConnection(SqliteConnections.ConnectionString(Damaged, SqliteOpenMode.ReadWrite));
        await connection.OpenAsync();
        SqliteConnections.Scalar(connection, "pragma foreign_keys = off; pragma ignore_check_constraints = on;");
        SqliteConnections.Scalar(connection, sql);
        return database;
    }

    /// <summary>Does the same without the triggers, and restores them afterwards.</summary>
    internal async Task TamperPastTriggersAsync(string sql)
    {
        await CopyAsync(Bytes);
        var drop = Ask("select group_concat('drop trigger ' || name, ';') from sqlite_schema where type = 'trigger'");
        var create = Ask("select group_concat(sql, ';') from sqlite_schema where type = 'trigger'");
        await TamperAsync($"{drop}; {sql}; {create};");
    }

    /// <summary>The faults that the command verify would print.</summary>
    internal async Task<IReadOnlyList<string>> VerifyAsync(Checkpoint? checkpoint = null)
    {
        try
        {
            var database = await Databases.FindAsync(ServiceSettings.Load(
                new Dictionary<string, string?>(StringComparer.Ordinal) { [SettingNames.Folder] = _folder.FullName }));
            await using var db = database.OpenReadOnly();
            var verified = await new Verification(db, checkpoint, CancellationToken.None).RunAsync();
            return [.. verified.Faults, .. await database.DamageAsync()];
        }
        catch (Exception refused) when (refused is SqliteException or DatabaseException or StartException)
        {
            return [$"It cannot be opened: {refused.Message}"];
        }
    }

    /// <summary>The first column of the first row, read without our connection settings.</summary>
    internal string? Ask(string sql)
    {
        using var connection = Open();
        return SqliteConnections.Scalar(connection, sql);
    }

    internal SqliteConnection Open()
    {
        var connection = new SqliteConnection(SqliteConnections.ConnectionString(Damaged, SqliteOpenMode.ReadOnly));
        connection.Open();
        return connection;
    }
}
