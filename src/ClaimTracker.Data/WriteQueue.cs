using System.Threading.Channels;

namespace ClaimTracker.Data;

/// <summary>
/// The one writer of SQLite. Writes that wait while a commit runs share the next one, so that many clients pay for one fsync;
/// none waits for company.
/// </summary>
/// <remarks>
/// A write that fails before it changed a row is refused alone. One that fails later spoils its group: the group is rolled
/// back and each write of it runs again in a transaction of its own.
/// </remarks>
internal sealed class WriteQueue : IAsyncDisposable
{
    /// <summary>Writes in one transaction, at most.</summary>
    private const int MaxGroup = 512;

    /// <summary>Writes that may wait; past it the callers wait before they may queue.</summary>
    private const int Capacity = 4096;

    private readonly PreparingConnection _connection;
    private readonly TimeProvider _time;
    private readonly Task _loop;
    private readonly Channel<WriteOperation> _queue = Channel.CreateBounded<WriteOperation>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    public WriteQueue(PreparingConnection connection, TimeProvider time)
    {
        _connection = connection;
        _time = time;
        _loop = Task.Run(RunAsync);
    }

    public async Task<T> EnqueueAsync<T>(Func<WriteTx, Task<T>> write)
    {
        var operation = new WriteOperation<T>(write);
        await _queue.Writer.WriteAsync(operation);
        return await operation.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        SqliteConnections.Scalar(_connection.Inner, "pragma wal_checkpoint(truncate)");
        await _connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<WriteOperation>(MaxGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MaxGroup && _queue.Reader.TryRead(out var operation))
            {
                group.Add(operation);
            }

            await CommitAsync(group);
        }
    }

    private async Task CommitAsync(List<WriteOperation> group)
    {
        var failure = await TryCommitAsync(group);
        if (failure is null)
        {
            group.ForEach(static operation => operation.Reply());
        }
        else if (group.Count == 1)
        {
            group[0].Reply(failure);
        }
        else
        {
            foreach (var operation in group)
            {
                await CommitAsync([operation]);
            }
        }
    }

    /// <returns>Null when the group is durable; else why nothing of it was kept.</returns>
    private async Task<Exception?> TryCommitAsync(List<WriteOperation> group)
    {
        try
        {
            await using var transaction = _connection.Inner.BeginTransaction(deferred: false);
            foreach (var operation in group)
            {
                var changes = Changes();
                await operation.RunAsync(new WriteTx(_connection, transaction, Dialect.Sqlite, _time.GetUtcNow()));
                if (operation.Failure is not null && (Changes() != changes || !InTransaction()))
                {
                    return operation.Failure;
                }
            }

            await transaction.CommitAsync();
            return null;
        }
#pragma warning disable CA1031 // Whatever went wrong is the answer of the writes that it undid; the queue lives on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }

    private int Changes() => SQLitePCL.raw.sqlite3_total_changes(_connection.Inner.Handle);

    private bool InTransaction() => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Inner.Handle) == 0;
}
