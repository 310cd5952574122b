using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform;

/// <summary>
/// How use cases write. Inside the transaction it asks once more who is acting, and whether the role allows what the route is for:
/// a key that was revoked since the request came in writes nothing.
/// </summary>
internal sealed class Writes(Db db)
{
    /// <summary>Runs a write, and sends its reply when it is durable.</summary>
    public async Task RunAsync(HttpContext http, Func<WriteTx, Actor, Task<Reply>> write) =>
        await Sending.SendAsync(http, await RunAsync<Reply>(http, write));

    /// <summary>Runs a write whose caller answers by itself.</summary>
    public Task<T> RunAsync<T>(HttpContext http, Func<WriteTx, Actor, Task<T>> write)
    {
        var (actor, permission) = (http.Actor(), AccessMiddleware.PermissionOf(http));
        return db.WriteAsync(async tx =>
        {
            var now = await AsOfNowAsync(tx, actor);
            Permissions.Require(now, permission);
            return await write(tx, now);
        });
    }

    private static async Task<Actor> AsOfNowAsync(WriteTx tx, Actor actor) => actor.KeyId is { } key
        ? (await ApiKeys.FindAsync(tx, key))?.ToActor() ?? throw new ProblemException(ProblemType.Unauthorized, "This key is not valid here any more.")
        : actor;
}
