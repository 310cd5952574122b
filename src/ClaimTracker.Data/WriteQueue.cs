using System.Data;
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
/// group: the group is rolled back and each write of it runs again in a transaction of its own, as long as one can be begun.
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
    private readonly Func<WriteTx, Task>? _finish;
    private readonly Task _loop;
    private readonly Channel<WriteOperation> _queue = Channel.CreateBounded<WriteOperation>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <param name="engine">The engine.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Whether writes have stopped.</param>
    /// <param name="finish">What each transaction ends with; null for nothing.</param>
    public WriteQueue(Engine engine, TimeProvider time, WriteStop stop, Func<WriteTx, Task>? finish = null)
    {
        _engine = engine;
        _time = time;
        _stop = stop;
        _finish = finish;
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
            Keep(_engine.Tidy); // After the answers: nobody waits for it.
        }
    }

    /// <returns>Why no transaction could be begun; null where one was.</returns>
    private async Task<Exception?> CommitAsync(List<WriteOperation> group)
    {
        var (failure, undone) = _stop.Why is { } why ? (new WritesStoppedException(why), Undone.Unbegun) : await TryCommitAsync(group);
        if (failure is null)
        {
            if (group.Exists(static operation => operation.Wipes))
            {
                Keep(_engine.Wipe); // Before the answers: what was erased is in no file by then.
            }

            group.ForEach(static operation => operation.Reply());
            return null;
        }

        _stop.Note(failure);
        if (undone == Undone.ByOne && group.Count > 1 && _stop.Why is null)
        {
            await CommitEachAsync(group);
        }
        else
        {
            group.ForEach(operation => operation.Reply(failure));
        }

        return undone == Undone.Unbegun ? failure : null;
    }

    /// <summary>Commits each write alone. Where one cannot even begin, the others after it would wait as long for nothing.</summary>
    private async Task CommitEachAsync(List<WriteOperation> group)
    {
        Exception? unbegun = null;
        foreach (var operation in group)
        {
            if (unbegun is null)
            {
                unbegun = await CommitAsync([operation]);
            }
            else
            {
                operation.Reply(unbegun);
            }
        }
    }

    /// <returns>
    /// Null when the group is durable; else why nothing of it was kept, or that nobody can say; and how that came.
    /// </returns>
    private async Task<(Exception? Failure, Undone Undone)> TryCommitAsync(List<WriteOperation> group)
    {
        var (begun, committing) = (false, false);
        try
        {
            await using var session = await _engine.BeginWriteAsync();
            begun = true;
            var notes = new GroupNotes();
            foreach (var operation in group)
            {
                var tx = new WriteTx(session, _engine, _time.GetUtcNow(), notes);
                await operation.RunAsync(tx);
                if (operation.Failure is { } failure && (tx.HasWritten || failure is DbException or DataException))
                {
                    return (failure, Undone.ByOne);
                }
            }

            if (_finish is not null)
            {
                await _finish(new WriteTx(session, _engine, _time.GetUtcNow(), notes));
            }

            await session.FlushAsync(); // What fails here is not in doubt: nothing is kept without a commit.
            committing = true;
            var began = Stopwatch.GetTimestamp();
            await session.CommitAsync();
            _engine.RequireFiles(); // A commit to a file that was deleted goes well.
            DataMetrics.Committed(group.Count, began);
            return (null, default);
        }
#pragma warning disable CA1031 // Whatever went wrong is the answer of the writes that it undid; the queue lives on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return committing && DbErrors.MayHaveCommitted(failure)
                ? (new OutcomeUnknownException(failure), Undone.Perhaps)
                : (failure, begun ? Undone.ByOne : Undone.Unbegun);
        }
    }

    /// <summary>Lets the engine put its files in order.</summary>
    private void Keep(Action order)
    {
        try
        {
            if (_stop.Why is null)
            {
                order();
            }
        }
#pragma warning disable CA1031 // What was written is durable without it, and it is tried again after the next write.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _stop.Note(failure);
        }
    }

    /// <summary>How it came that a group was undone.</summary>
    private enum Undone
    {
        /// <summary>One of the group may be the cause: the others go well without it.</summary>
        ByOne,

        /// <summary>No transaction could be begun: each alone would wait as long as all did.</summary>
        Unbegun,

        /// <summary>It may have been kept: to run it again could do everything twice.</summary>
        Perhaps,
    }
}

/// <summary>The server or the disk failed while it committed: the write may have been kept, or not.</summary>
public sealed class OutcomeUnknownException(Exception inner) : Exception(inner.Message, inner);
