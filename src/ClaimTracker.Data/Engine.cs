using Dapper;

namespace ClaimTracker.Data;

/// <summary>What the service asks of a database engine: a read in one snapshot, and a write that no other write overlaps.</summary>
internal abstract class Engine : IAsyncDisposable
{
    private long _statements;

    public abstract Dialect Dialect { get; }

    /// <summary>The statements that were run, but for those that begin and end transactions.</summary>
    public long Statements => Interlocked.Read(ref _statements);

    public void Count() => Interlocked.Increment(ref _statements);

    /// <summary>Begins a read, which cannot write.</summary>
    /// <param name="inOneState">
    /// Whether all its queries see the same state. That is a transaction, which costs as much to begin and end as a short query, or a trip.
    /// </param>
    /// <param name="cancellation">Ends the wait for a connection.</param>
    public abstract Task<Session> BeginReadAsync(bool inOneState, CancellationToken cancellation);

    /// <summary>
    /// Begins a transaction that is the only one to write, in this process and in every other, until it ends. So what a use case
    /// looks up before it writes still holds when it does.
    /// </summary>
    public abstract Task<Session> BeginWriteAsync();

    /// <summary>Refuses to go on where the files that are open are no longer those of the database.</summary>
    /// <exception cref="FilesLostException">They were taken away.</exception>
    public virtual void RequireFiles()
    {
    }

    /// <summary>
    /// A number that is another after each commit of anybody, in this process or another; null where to ask costs as much as to read.
    /// </summary>
    public virtual long? Stamp() => null;

    /// <summary>Housekeeping between writes; no transaction is open on the writer.</summary>
    public virtual void Tidy()
    {
    }

    /// <summary>
    /// Takes what was erased out of the files, once that is durable; no transaction is open on the writer. Where a server keeps the files
    /// it is up to its operator.
    /// </summary>
    public virtual void Wipe()
    {
    }

    /// <summary>Runs an <c>insert ... returning id</c> of one row, which ends with these words.</summary>
    /// <returns>The new id.</returns>
    public virtual Task<long> InsertAsync(Session session, CommandDefinition insert) =>
        session.Connection.QuerySingleAsync<long>(insert);

    /// <summary>Writes many rows of a table in the fastest way that the engine has.</summary>
    /// <param name="session">The write.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Their values, in the one form that both engines give.</param>
    public abstract Task InsertAsync(Session session, string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows);

    /// <summary>Takes whole tables, for a copy.</summary>
    public abstract BulkWriter Bulk(Session session);

    public abstract ValueTask DisposeAsync();
}
