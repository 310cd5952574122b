namespace ClaimTracker.Data;

/// <summary>One write in the queue: runs once or twice, and replies once, when what it did is durable or undone.</summary>
internal abstract class WriteOperation
{
    /// <summary>What the last run threw, if anything.</summary>
    public Exception? Failure { get; protected set; }

    /// <summary>Whether what the last run erased is to be in no file any more.</summary>
    public bool Wipes { get; protected set; }

    public abstract Task RunAsync(WriteTx tx);

    /// <summary>Answers the caller with what the last run gave.</summary>
    public abstract void Reply();

    /// <summary>Answers the caller why the write was undone, or that nobody can say.</summary>
    public abstract void Reply(Exception failure);
}

internal sealed class WriteOperation<T>(Func<WriteTx, Task<T>> write) : WriteOperation
{
    // The caller goes on elsewhere: it must not run inside the writer's loop.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Answer => _answer.Task;

    public override async Task RunAsync(WriteTx tx)
    {
        (Failure, Wipes) = (null, false);
        try
        {
            _result = await write(tx);
            Wipes = tx.Wipes;
        }
#pragma warning disable CA1031 // The exception is the caller's answer.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failure = failure;
        }
    }

    public override void Reply()
    {
        if (Failure is null)
        {
            _answer.SetResult(_result!);
        }
        else
        {
            _answer.SetException(Failure);
        }
    }

    public override void Reply(Exception failure) => _answer.SetException(failure);
}
