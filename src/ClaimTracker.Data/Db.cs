namespace ClaimTracker.Data;

/// <summary>
/// The one door to the database. Every read and every write of the service goes through it; nothing else opens a connection.
/// </summary>
/// <remarks>
/// Reads run side by side, each in a snapshot of its own. Writes go through one queue with group commit, and are answered only
/// when they are durable.
/// </remarks>
public sealed class Db : IAsyncDisposable
{
    private readonly Engine _engine;
    private readonly WriteStop _stop = new();
    private readonly WriteQueue _writes;

    internal Db(Engine engine, TimeProvider time, Func<WriteTx, Task>? finish = null)
    {
        _engine = engine;
        _writes = new WriteQueue(engine, time, _stop, finish);
    }

    /// <summary>Why this process writes no more, in a sentence for the operator; null while it does.</summary>
    public string? WritesStopped => _stop.Why;

    /// <summary>
    /// Gives that sentence when the process must end: the disk did not confirm what it was given, so that nobody knows what it
    /// holds. Only a new start, which reads the disk, can tell.
    /// </summary>
    public Task<string> MustEnd => _stop.MustEnd;

    /// <summary>The statements that were run through this door, but for those that begin and end transactions.</summary>
    public long Statements => _engine.Statements;

    /// <summary>
    /// A number that is another after each commit of anybody, in this process or another: what was read under the same number still
    /// holds. Null where to ask costs as much as to read, as on PostgreSQL.
    /// </summary>
    public long? Stamp() => _engine.Stamp();

    /// <summary>Runs a read in one snapshot: all its queries see the same state.</summary>
    /// <param name="read">
    /// The queries. Must not keep the <see cref="ReadTx"/>. They may run a second time where the connection was lost: a server
    /// that was started anew has left dead ones in the pool.
    /// </param>
    /// <param name="cancellation">Ends the wait for a connection and, on PostgreSQL, the queries.</param>
    public Task<T> ReadAsync<T>(Func<ReadTx, Task<T>> read, CancellationToken cancellation) =>
        TryTwiceAsync(read, inOneState: true, cancellation);

    /// <summary>
    /// Runs one query, or some that need not agree: each sees the state of its own moment. There is no transaction to begin and to end,
    /// which would take as long as the query.
    /// </summary>
    /// <param name="ask">The query; see <see cref="ReadAsync"/>.</param>
    /// <param name="cancellation">Ends the wait for a connection and, on PostgreSQL, the query.</param>
    public Task<T> AskAsync<T>(Func<ReadTx, Task<T>> ask, CancellationToken cancellation) =>
        TryTwiceAsync(ask, inOneState: false, cancellation);

    /// <summary>
    /// Runs a write in a transaction and answers when it is durable. An exception undoes this write and no other.
    /// </summary>
    /// <param name="write">
    /// The statements. They may run a second time, after a rollback, when another write of the same group fails: so they
    /// change nothing but the database. They are not cancelled when a client hangs up, so that none has to ask what became of it.
    /// </param>
    /// <exception cref="OutcomeUnknownException">
    /// The server or the disk failed while it committed: the write may have been kept.
    /// </exception>
    /// <exception cref="WritesStoppedException">This process writes no more.</exception>
    public Task<T> WriteAsync<T>(Func<WriteTx, Task<T>> write) => _writes.EnqueueAsync(write);

    /// <summary>
    /// Finishes the writes that were accepted, and closes every connection. Where writes have stopped it leaves all as it is: to
    /// close a database file is to write it.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync();
        if (_stop.Why is not null)
        {
            return;
        }

        try
        {
            _engine.RequireFiles();
            await _engine.DisposeAsync();
        }
        catch (Exception failure)
        {
            _stop.Note(failure);
            if (_stop.Why is null)
            {
                throw;
            }
        }
    }

    private async Task<T> TryTwiceAsync<T>(Func<ReadTx, Task<T>> read, bool inOneState, CancellationToken cancellation)
    {
        try
        {
            return await ReadOnceAsync(read, inOneState, cancellation);
        }
        catch (Exception lost) when (DbErrors.Classify(lost) == DbError.Unreachable && !cancellation.IsCancellationRequested)
        {
            return await ReadOnceAsync(read, inOneState, cancellation);
        }
        catch (Exception failure)
        {
            _stop.Note(failure);
            throw;
        }
    }

    private async Task<T> ReadOnceAsync<T>(Func<ReadTx, Task<T>> read, bool inOneState, CancellationToken cancellation)
    {
        await using var session = await BeginReadAsync(inOneState, cancellation);
        return await read(new ReadTx(session, _engine, cancellation));
    }

    private async Task<Session> BeginReadAsync(bool inOneState, CancellationToken cancellation)
    {
        DataMetrics.ReadsWaiting(+1);
        try
        {
            return await _engine.BeginReadAsync(inOneState, cancellation);
        }
        finally
        {
            DataMetrics.ReadsWaiting(-1);
        }
    }
}
