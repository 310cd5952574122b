using ClaimTracker.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace ClaimTracker.Api.Tests.Data;

/// <summary>A database file of its own, migrated and open, with a table to write into.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claimtracker-data-");
    private bool _closed;

    public TestDatabase()
    {
        File = NewFile(_folder);
        Migrations.Run(File);
        Execute("create table notes (id integer primary key, word text unique, at text, day text) strict");
        Db = Db.Open(File, Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));

    public string File { get; }

    public Db Db { get; }

    /// <summary>An empty file: what a new database begins with.</summary>
    public static string NewFile(DirectoryInfo folder)
    {
        var file = Path.Combine(folder.FullName, "test.db");
        System.IO.File.Create(file).Dispose();
        return file;
    }

    public Task<long> AddAsync(string? word) => Db.WriteAsync(tx => AddAsync(tx, word));

    public static Task<long> AddAsync(WriteTx tx, string? word) => tx.InsertAsync("insert into notes (word) values (@word) returning id", new { word });

    public Task<IReadOnlyList<string>> WordsAsync() =>
        Db.ReadAsync(static tx => tx.ListAsync<string>("select word from notes order by id"), CancellationToken.None);

    /// <summary>What another program would see in the file.</summary>
    public string? Execute(string sql)
    {
        using var connection = new SqliteConnection(SqliteConnections.ConnectionString(File, SqliteOpenMode.ReadWrite));
        connection.Open();
        return SqliteConnections.Scalar(connection, sql);
    }

    public async Task CloseAsync()
    {
        if (!_closed)
        {
            _closed = true;
            await Db.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Delete(recursive: true);
    }
}
