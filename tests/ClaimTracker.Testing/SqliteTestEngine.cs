using ClaimTracker.Data;
using ClaimTracker.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Testing;

/// <summary>SQLite: each test has a data folder with a copy of a file that was migrated once.</summary>
public sealed class SqliteTestEngine : TestEngine
{
    private static readonly Lazy<Task<string>> Template = new(MigrateTemplateAsync);

    public override string? Missing => null;

    public override async Task<TestStore> NewAsync(bool migrated = true)
    {
        var store = new SqliteStore();
        if (migrated)
        {
            await FillAsync(store);
        }
        else
        {
            await File.Create(store.File).DisposeAsync();
        }

        return store;
    }

    /// <summary>Gives a store a migrated database.</summary>
    public static async Task FillAsync(SqliteStore store) => File.Copy(await Template.Value, store.File);

    public override string ToString() => "SQLite";

    private static async Task<string> MigrateTemplateAsync()
    {
        var template = new SqliteStore(Scratch.NewFolder("template"));
        await File.Create(template.File).DisposeAsync();
        await template.Database.MigrateAsync();
        return template.File;
    }
}

/// <summary>A data folder, with or without a database in it.</summary>
public sealed class SqliteStore : TestStore
{
    private readonly DirectoryInfo _parent;

    public SqliteStore()
        : this(Scratch.NewFolder("test"))
    {
    }

    /// <param name="parent">Deleted with the store: a folder or a disk that nothing else uses.</param>
    public SqliteStore(DirectoryInfo parent)
    {
        _parent = parent;
        Directory.CreateDirectory(Folder);
    }

    public override string Folder => Path.Combine(_parent.FullName, "data");

    public string File => Path.Combine(Folder, "claimtracker.db");

    public override Database Database => new SqliteDatabase(File);

    public override KeyValuePair<string, string?> Setting => new("Data:Folder", Folder);

    public override IReadOnlyList<string> Arguments => ["--data", Folder];

    public override string? Ask(string sql)
    {
        using var connection = new SqliteConnection(SqliteConnections.ConnectionString(File, SqliteOpenMode.ReadWrite));
        connection.Open();
        return SqliteConnections.Scalar(connection, sql);
    }

    public override ValueTask DisposeAsync()
    {
        _parent.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A data folder that the tests did not make.</summary>
public sealed class Elsewhere(string folder) : TestStore
{
    public override string Folder => folder;

    public override Database Database => new SqliteDatabase(Path.Combine(folder, "claimtracker.db"));

    public override KeyValuePair<string, string?> Setting => new("Data:Folder", folder);

    public override IReadOnlyList<string> Arguments => ["--data", folder];

    public override string? Ask(string sql) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
