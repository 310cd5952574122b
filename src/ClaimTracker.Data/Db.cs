using Microsoft.Data.Sqlite;

namespace ClaimTracker.Data;

/// <summary>
/// The one door to the database. Every read and every write of the service goes through it; nothing else opens a connection.
/// </summary>
/// <remarks>
/// Reads run side by side on read-only connections, each in a snapshot of its own. Writes go through one queue with group
/// commit, and are answered only when they are durable.
/// </remarks>
public sealed class Db : IAsyncDisposable
{
    private readonly SqliteReaders _readers;
    private readonly WriteQueue _writes;

    private Db(SqliteReaders readers, WriteQueue writes)
    {
        _readers = readers;
        _writes = writes;
    }

    /// <summary>Opens a database that exists and is migrated; it is never created here (see <see cref="Migrations"/>).</summary>
    /// <param name="file">Path of the SQLite file.</param>
    /// <param name="time">The clock that gives each write its one "now".</param>
    /// <exception cref="SqliteException">The file is missing or is no database.</exception>
    public static Db Open(string file, TimeProvider time)
    {
        DapperTypes.Register();
        return new Db(new SqliteReaders(file), new WriteQueue(SqliteConnections.OpenWriter(file), time));
    }

    /// <summary>Runs a read in one snapshot: all its queries see the same state.</summary>
    /// <param name="read">The queries. Must not keep the <see cref="ReadTx"/>.</param>
    /// <param name="cancellation">Ends the wait for a connection and the queries.</param>
    public async Task<T> ReadAsync<T>(Func<ReadTx, Task<T>> read, CancellationToken cancellation)
    {
        using var lease = await _readers.RentAsync(cancellation);
        await using var transaction = lease.Connection.Inner.BeginTransaction(deferred: true);
        return await read(new ReadTx(lease.Connection, transaction, Dialect.Sqlite, cancellation));
    }

    /// <summary>
    /// Runs a write in a transaction and answers when it is on disk. An exception undoes this write and no other.
    /// </summary>
    /// <param name="write">
    /// The statements. They may run a second time, after a rollback, when another write of the same group fails: so they
    /// change nothing but the database. They are not cancelled when a client hangs up, so that none has to ask what became of it.
    /// </param>
    public Task<T> WriteAsync<T>(Func<WriteTx, Task<T>> write) => _writes.EnqueueAsync(write);

    /// <summary>Finishes the writes that were accepted, folds the WAL into the database file and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync();
        _readers.Dispose();
    }
}
