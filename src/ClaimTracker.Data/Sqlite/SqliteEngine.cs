using ClaimTracker.Data.Copying;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Data.Sqlite;

/// <summary>SQLite: many readers, and one connection that writes.</summary>
/// <param name="file">The database file.</param>
/// <param name="readOnly">Whether nothing is written: then the file is opened for reading alone.</param>
internal sealed class SqliteEngine(string file, bool readOnly = false) : Engine
{
    private readonly PreparingConnection? _writer = readOnly ? null : SqliteConnections.OpenWriter(file);
    private readonly SqliteReaders _readers = new(file);

    public override Dialect Dialect => Dialect.Sqlite;

    public override async Task<Session> BeginReadAsync(CancellationToken cancellation)
    {
        var lease = await _readers.RentAsync(cancellation);
        try
        {
            return new Session(lease.Connection, lease.Connection.Inner.BeginTransaction(deferred: true), lease);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    public override Task<Session> BeginWriteAsync() => _writer is null
        ? throw new InvalidOperationException("The database was opened to be read.")
        : Task.FromResult(new Session(_writer, _writer.Inner.BeginTransaction(deferred: false)));

    public override BulkWriter Bulk(Session session) =>
        new SqliteBulkWriter(((PreparingConnection)session.Connection).Inner, (SqliteTransaction)session.Transaction);

    /// <summary>Folds the WAL into the database file, which then holds everything. A reader in the middle of it would prevent that.</summary>
    public override async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync();
        if (_writer is not null)
        {
            SqliteConnections.Scalar(_writer.Inner, "pragma wal_checkpoint(truncate)");
            await _writer.DisposeAsync();
        }
    }
}
