using Dapper;

namespace ClaimTracker.Data;

/// <summary>A write transaction: all that a <see cref="ReadTx"/> can, and statements that change rows.</summary>
public class WriteTx : ReadTx
{
    private readonly Progress _progress;

    internal WriteTx(Session session, Dialect dialect, DateTimeOffset now)
        : base(session, dialect, CancellationToken.None) => (Now, _progress) = (now, new Progress());

    /// <summary>Makes the same transaction over again, as a type that knows more about it.</summary>
    protected WriteTx(WriteTx same)
        : base(same) => (Now, _progress) = (same.Now, same._progress);

    /// <summary>The one instant of this write (UTC): every row and event that it makes carries it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Whether a statement was run that is not a query: then a failure has something to undo.</summary>
    internal bool HasWritten => _progress.HasWritten;

    /// <summary>Runs a statement; for a sequence of parameter objects, once for each.</summary>
    /// <returns>The number of rows changed.</returns>
    public async Task<int> ExecuteAsync(string sql, object? parameters = null)
    {
        var command = Command(sql, parameters);
        return Connection.CanCreateBatch && parameters is IEnumerable<object> rows
            ? (await Batches.RunAsync(Session, command.CommandText, rows)).Changed
            : await Connection.ExecuteAsync(command);
    }

    /// <summary>Runs an <c>insert ... returning id</c>.</summary>
    /// <returns>The new id.</returns>
    public Task<long> InsertAsync(string sql, object? parameters = null) => Connection.QuerySingleAsync<long>(Command(sql, parameters));

    /// <summary>Runs an <c>insert ... returning id</c> once for each parameter object.</summary>
    /// <returns>The new ids, in the order of the objects.</returns>
    public async Task<IReadOnlyList<long>> InsertAllAsync(string sql, IEnumerable<object> parameters)
    {
        if (Connection.CanCreateBatch)
        {
            return (await Batches.RunAsync(Session, Command(sql, parameters: null).CommandText, parameters)).Ids;
        }

        var ids = new List<long>();
        foreach (var row in parameters)
        {
            ids.Add(await InsertAsync(sql, row));
        }

        return ids;
    }

    private protected override CommandDefinition Command(string sql, object? parameters)
    {
        _progress.HasWritten |= !sql.StartsWith("select", StringComparison.Ordinal);
        return base.Command(sql, parameters);
    }

    private sealed class Progress
    {
        public bool HasWritten { get; set; }
    }
}
