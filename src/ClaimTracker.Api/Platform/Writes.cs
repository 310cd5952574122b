using System.Collections.Concurrent;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Idempotency;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform;

/// <summary>
/// How use cases write. Inside the transaction it asks once more who is acting, and whether the role allows what the route is for:
/// a key that was revoked since the request came in writes nothing.
/// </summary>
internal sealed class Writes(Db db, ILogger<Writes> log)
{
    /// <summary>Requests with an Idempotency-Key that this process is carrying out.</summary>
    private readonly ConcurrentDictionary<(long? User, string Key), bool> _running = new();

    /// <summary>
    /// Runs a write, and sends its reply when it is durable. A request that says by its Idempotency-Key that it was sent before
    /// gets the reply that it got then.
    /// </summary>
    public async Task RunAsync(HttpContext http, Func<WriteTx, Actor, Task<Reply>> write)
    {
        var key = IdempotencyKey.Of(http);
        var reply = key is null
            ? await WriteAsync(http, write)
            : await RunOnceAsync(http, key.Value, async (tx, actor) =>
                await StoredReplies.FindAsync(tx, actor, key) ?? await StoredReplies.KeepAsync(tx, actor, key, await write(tx, actor)));
        reply.Announcement?.Invoke(log, http.TraceIdentifier);
        await Sending.SendAsync(http, reply);
    }

    /// <summary>Runs a write of a request with an Idempotency-Key, unless it is being carried out already.</summary>
    /// <exception cref="ProblemException">409: it is.</exception>
    public async Task<T> RunOnceAsync<T>(HttpContext http, string key, Func<WriteTx, Actor, Task<T>> write)
    {
        var running = (http.Actor().UserId, key);
        if (!_running.TryAdd(running, true))
        {
            throw new ProblemException(ProblemType.InProgress, "A request with this Idempotency-Key is being carried out just now.") { RetryAfter = 1 };
        }

        try
        {
            return await WriteAsync(http, write);
        }
        finally
        {
            _running.TryRemove(running, out _);
        }
    }

    /// <summary>Runs a write whose caller answers by itself.</summary>
    public Task<T> WriteAsync<T>(HttpContext http, Func<WriteTx, Actor, Task<T>> write)
    {
        var (actor, permission) = (http.Actor(), AccessMiddleware.PermissionOf(http));
        return db.WriteAsync(async tx =>
        {
            var now = await AsOfNowAsync(tx, actor);
            Permissions.Require(now, permission);
            return await write(tx, now);
        });
    }

    private static async Task<Actor> AsOfNowAsync(WriteTx tx, Actor actor) => actor switch
    {
        { KeyId: { } key } => (await ApiKeys.FindAsync(tx, key))?.ToActor() ?? throw new ProblemException(ProblemType.Unauthorized, "This key is not valid here any more."),

        // With a token: the role is the token's, and the token was read a moment ago.
        { UserId: { } user } when !await UserRecord.IsPresentAsync(tx, user) => throw new ProblemException(ProblemType.Unauthorized, $"{actor.Name} was taken off the desk."),
        _ => actor,
    };
}
