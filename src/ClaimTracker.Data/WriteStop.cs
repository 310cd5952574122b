namespace ClaimTracker.Data;

/// <summary>Whether this process may write. Once stopped it stays so: only a new start looks at the database afresh.</summary>
internal sealed class WriteStop
{
    private readonly TaskCompletionSource<string> _mustEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _why;

    /// <summary>Why writes have stopped; null while they go on.</summary>
    public string? Why => Volatile.Read(ref _why);

    /// <summary>Done, with the reason, when the process must end.</summary>
    public Task<string> MustEnd => _mustEnd.Task;

    /// <summary>Stops the writes where a failure leaves the database in doubt. The first reason stands.</summary>
    public void Note(Exception failure)
    {
        switch (DbErrors.ClassifyCause(failure))
        {
            case DbError.Damaged:
                Stop($"The database is damaged ({failure.Message.TrimEnd('.')}): stop the service and restore a backup.");
                break;
            case DbError.FilesLost:
                Stop($"{Cause(failure)}: bring the files back or restore a backup, then start the service again.");
                _mustEnd.TrySetResult(_why!);
                break;
            case DbError.NotFlushed:
                Stop(
                    $"The disk did not confirm a write ({failure.Message.TrimEnd('.')}), so nobody knows what it holds: look at the disk, "
                        + "then start the service again.");
                _mustEnd.TrySetResult(_why!);
                break;
        }
    }

    private static string Cause(Exception failure) => (failure.InnerException ?? failure).Message;

    // Reads and the writer may find out at once.
    private void Stop(string why) => Interlocked.CompareExchange(ref _why, why, comparand: null);
}

/// <summary>The write was refused because this process writes no more. The message says why, for the operator.</summary>
public sealed class WritesStoppedException(string message) : Exception(message);
