using System.Collections.Concurrent;

namespace ClaimTracker.Api.Domain.Writing;

/// <summary>
/// Runs changes. Inside the transaction it asks once more who is acting, and whether the role allows the change: a key that was revoked
/// since the request came in writes nothing.
/// </summary>
internal sealed class ChangeRunner(Db db, TimeProvider time, ILogger<ChangeRunner> log)
{
    /// <summary>How often a change is worked out before it is refused.</summary>
    private const int Attempts = 3;

    /// <summary>Requests with an Idempotency-Key that this process is carrying out.</summary>
    private readonly ConcurrentDictionary<(long? User, string Key), bool> _running = new();

    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly long _began = time.GetTimestamp();

    /// <summary>Counted by the time that has passed, and not by a clock that may jump: a day has gone by when it has gone by.</summary>
    private DateTimeOffset RepliesSince => new[] { time.GetUtcNow(), _startedAt + time.GetElapsedTime(_began) }.Min() - StoredReplies.Kept;

    /// <summary>Runs a change of the service itself, or of the operator at the command line: there is no key to ask about.</summary>
    public static async Task<T> RunAsync<T>(Db db, ILogger log, Actor actor, Func<Change, Task<T>> use, string traceId = Log.NoTrace)
    {
        Change? change = null;
        var result = await db.WriteAsync(tx => use(change = new Change(tx, actor, Precondition.None)));
        change!.Committed(log, traceId);
        return result;
    }

    /// <summary>Runs a change, and returns when it is durable.</summary>
    /// <exception cref="ProblemException">401, 403: the caller may no longer do this. Any refusal of the use case.</exception>
    public async Task<T> RunAsync<T>(Caller caller, Func<Change, Task<T>> use)
    {
        Change? change = null;
        var result = await db.WriteAsync(async tx =>
        {
            var actor = await KeyHolder.AsOfNowAsync(tx, caller.Actor, tx.Now);
            Permissions.Require(actor, caller.Permission);
            return await use(change = new Change(tx, actor, caller.IfMatch) { RepliesSince = RepliesSince });
        });
        change!.Committed(log, caller.TraceId);
        return result;
    }

    /// <summary>
    /// Runs a change that has a name for its request. If the request was carried out before, the reply is that of then, and nothing
    /// is done.
    /// </summary>
    public Task<Reply> RunAsync(Caller caller, IdempotencyKey? key, Func<Change, Task<Reply>> use) => key is null
        ? RunAsync(caller, use)
        : RunOnceAsync(caller, key.Value, change => OnceAsync(change, key, use));

    /// <summary>
    /// Runs a change of which a part is worked out before its turn. If the tables have changed before its turn comes, it is worked
    /// out anew.
    /// </summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="key">The name of the request.</param>
    /// <param name="prepare">Works it out, without the writer.</param>
    /// <param name="use">The change.</param>
    /// <param name="cancellation">Ends the work that comes before the change.</param>
    /// <exception cref="ProblemException">409: others changed the same meanwhile, each time. Any refusal of the use case.</exception>
    public Task<Reply> RunAsync<T>(
        Caller caller, IdempotencyKey? key, Func<Task<T>> prepare, Func<Change, T, Task<Reply>> use, CancellationToken cancellation) =>
        key is null
            ? PreparedAsync(prepare, prepared => RunAsync(caller, change => use(change, prepared)))
            : GuardAsync(caller, key.Value, async () =>
                await db.ReadAsync(tx => StoredReplies.FindAsync(tx, caller.Actor.UserId, RepliesSince, key), cancellation)
                ?? await PreparedAsync(prepare, prepared =>
                    RunAsync(caller, change => OnceAsync(change, key, again => use(again, prepared)))));

    /// <summary>Runs a change of a request with an Idempotency-Key, unless it is being carried out already.</summary>
    /// <exception cref="ProblemException">409: it is.</exception>
    public Task<T> RunOnceAsync<T>(Caller caller, string key, Func<Change, Task<T>> use) =>
        GuardAsync(caller, key, () => RunAsync(caller, use));

    private static async Task<Reply> PreparedAsync<T>(Func<Task<T>> prepare, Func<T, Task<Reply>> write)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var prepared = await prepare();
            try
            {
                return await write(prepared);
            }
            catch (OutdatedException)
            {
                // Another change came in between.
            }
        }

        throw new ProblemException(
            ProblemType.Conflict, "Others are changing this just now, so it could not be done. Nothing was written: send it again.");
    }

    private static async Task<Reply> OnceAsync(Change change, IdempotencyKey key, Func<Change, Task<Reply>> use) =>
        await StoredReplies.FindAsync(change, change.Actor.UserId, change.RepliesSince, key)
        ?? await StoredReplies.KeepAsync(change, key, await use(change));

    private async Task<T> GuardAsync<T>(Caller caller, string key, Func<Task<T>> run)
    {
        var running = (caller.Actor.UserId, key);
        if (!_running.TryAdd(running, true))
        {
            throw new ProblemException(ProblemType.InProgress, "A request with this Idempotency-Key is being carried out just now.")
            {
                RetryAfter = 1,
            };
        }

        try
        {
            return await run();
        }
        finally
        {
            _running.TryRemove(running, out _);
        }
    }
}
