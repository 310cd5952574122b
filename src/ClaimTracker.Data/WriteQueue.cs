using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;

namespace ClaimTracker.Data;

/// <summary>
/// The one writer of this process. Writes that wait while a commit runs share the next one, so that many clients pay for one
/// fsync; none waits for company.
/// </summary>
/// <remarks>
/// A write that is refused before it changed anything is refused alone. One that fails later, or in the database, spoils its
/// group: the group is rolled back and each write of it runs again in a transaction of its own.
/// </remarks>
internal sealed class WriteQueue : IAsyncDisposable
{
    /// <summary>Writes in one transaction, at most.</summary>
    private const int MaxGroup = 512;

    /// <summary>Writes that may wait; past it the callers wait before they may queue.</summary>
    private const int Capacity = 4096;

    private readonly Engine _engine;
    private readonly TimeProvider _time;
    private readonly WriteStop _stop;
    private readonly Task _loop;
    private readonly Channel<WriteOperation> _queue = Channel.CreateBounded<WriteOperation>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    public WriteQueue(Engine engine, TimeProvider time, WriteStop stop)
    {
        _engine = engine;
        _time = time;
        _stop = stop;
        _loop = Task.Run(RunAsync);
    }

    public async Task<T> EnqueueAsync<T>(Func<WriteTx, Task<T>> write)
    {
        var operation = new WriteOperation<T>(write);
        DataMetrics.WritesWaiting(+1);
        await _queue.Writer.WriteAsync(operation);
        return await operation.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
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

            DataMetrics.WritesWaiting(-group.Count);

            await CommitAsync(group);
            Tidy();
        }
    }

    private async Task CommitAsync(List<WriteOperation> group)
    {
        var (failure, ofOne) = _stop.Why is { } why ? (new WritesStoppedException(why), false) : await TryCommitAsync(group);
        if (failure is null)
        {
            group.ForEach(static operation => operation.Reply());
            return;
        }

        _stop.Note(failure);
        if (ofOne && group.Count > 1 && _stop.Why is null)
        {
            foreach (var operation in group)
            {
                await CommitAsync([operation]);
            }
        }
        else
        {
            group.ForEach(operation => operation.Reply(failure));
        }
    }

    /// <returns>
    /// Null when the group is durable; else why nothing of it was kept, or that nobody can say; and whether one of the group may be
    /// the cause, so that the others go well without it.
    /// </returns>
    private async Task<(Exception? Failure, bool OfOne)> TryCommitAsync(List<WriteOperation> group)
    {
        var (begun, committing) = (false, false);
        try
        {
            await using var session = await _engine.BeginWriteAsync();
            begun = true;
            foreach (var operation in group)
            {
                var tx = new WriteTx(session, _engine, _time.GetUtcNow());
                await operation.RunAsync(tx);
                if (operation.Failure is { } failure && (tx.HasWritten || failure is DbException))
                {
                    return (failure, true);
                }
            }

            committing = true;
            var began = Stopwatch.GetTimestamp();
            await session.CommitAsync();
            _engine.RequireFiles(); // A commit to a file that was deleted goes well.
            DataMetrics.Committed(group.Count, began);
            return (null, false);
        }
#pragma warning disable CA1031 // Whatever went wrong is the answer of the writes that it undid; the queue lives on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // To run such a group again could do everything twice. And where none has begun, each would wait as long as all did.
            return committing && DbErrors.MayHaveCommitted(failure) ? (new OutcomeUnknownException(failure), false) : (failure, begun);
        }
    }

    /// <summary>Lets the engine put its files in order, after the answers: nobody waits for it.</summary>
    private void Tidy()
    {
        try
        {
            if (_stop.Why is null)
            {
                _engine.Tidy();
            }
        }
#pragma warning disable CA1031 // What was answered is durable without it, and it is tried again after the next write.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _stop.Note(failure);
        }
    }
}

/// <summary>The server or the disk failed while it committed: the write may have been kept, or not.</summary>
public sealed class OutcomeUnknownException(Exception inner) : Exception(inner.Message, inner);
