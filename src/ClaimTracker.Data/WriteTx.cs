using Dapper;

namespace ClaimTracker.Data;

/// <summary>A write transaction: all that a <see cref="ReadTx"/> can, and statements that change rows.</summary>
public sealed class WriteTx : ReadTx
{
    internal WriteTx(Session session, Dialect dialect, DateTimeOffset now)
        : base(session, dialect, CancellationToken.None) => Now = now;

    /// <summary>The one instant of this write (UTC): every row and event that it makes carries it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Whether a statement was run that is not a query: then a failure has something to undo.</summary>
    internal bool HasWritten { get; private set; }

    /// <summary>Runs a statement; for a sequence of parameter objects, once for each.</summary>
    /// <returns>The number of rows changed.</returns>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) => Connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>Runs an <c>insert ... returning id</c>.</summary>
    /// <returns>The new id.</returns>
    public Task<long> InsertAsync(string sql, object? parameters = null) => Connection.QuerySingleAsync<long>(Command(sql, parameters));

    private protected override CommandDefinition Command(string sql, object? parameters)
    {
        HasWritten |= !sql.StartsWith("select", StringComparison.Ordinal);
        return base.Command(sql, parameters);
    }
}
