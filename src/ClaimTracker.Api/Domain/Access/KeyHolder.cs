using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Api.Domain.Access;

/// <summary>A key with the user who holds it.</summary>
internal sealed record KeyHolder
{
    private const string Columns = """
        select
            k.id as key_id,
            k.secret_sha256,
            k.expires_at,
            (select e.at from events e order by e.seq desc limit 1) as last_event_at,
            k.last_used_on,
            u.id as user_id,
            u.name,
            u.role,
            u.also_editor
        from api_keys k
        join users u on u.id = k.user_id
        """;

    private const string Valid = "k.revoked_at is null and u.removed_at is null";
    private const string ByIdSql = $"{Columns} where k.id = @id and {Valid}";
    private const string ByDigestSql = $"{Columns} where k.secret_sha256 = @digest and {Valid}";
    private const string PresentSql = "select id from users where id = @id and removed_at is null";
    private const string UseSql = "update api_keys set last_used_on = @today where id = @keyId";

    public long KeyId { get; init; }

    public string SecretSha256 { get; init; } = "";

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The instant of the last event. A clock that was set back does not revive a key that had expired before.</summary>
    public string? LastEventAt { get; init; }

    public DateOnly? LastUsedOn { get; init; }

    public long UserId { get; init; }

    public string Name { get; init; } = "";

    public Role Role { get; init; }

    public bool AlsoEditor { get; init; }

    /// <summary>Reads a key that is neither revoked nor of a user who was removed, by its id or, if it has none, by its digest.</summary>
    public static Task<KeyHolder?> ReadAsync(ReadTx tx, long? id, string digest) => id is null
        ? tx.FirstAsync<KeyHolder>(ByDigestSql, new { digest })
        : tx.FirstAsync<KeyHolder>(ByIdSql, new { id });

    /// <summary>Whether a secret with this digest opens it now.</summary>
    public bool Opens(string digest, DateTimeOffset now) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SecretSha256), Encoding.ASCII.GetBytes(digest)) && !HasExpired(now);

    /// <summary>Who acts, as of now: a key that was revoked since the request came in opens nothing more.</summary>
    /// <param name="tx">A read, or a write. The writes of one transaction ask once, and anew after a change of users or keys.</param>
    /// <param name="actor">Who acted when the request came in.</param>
    /// <param name="now">The instant.</param>
    /// <exception cref="ProblemException">401: the key is no longer valid, or the user was removed.</exception>
    public static async Task<Actor> AsOfNowAsync(ReadTx tx, Actor actor, DateTimeOffset now) => actor switch
    {
        { KeyId: { } key } => await NotedAsync(tx, key) is { } holder && !holder.HasExpired(now)
            ? holder.ToActor()
            : throw new ProblemException(ProblemType.Unauthorized, "This key is no longer valid here."),

        // With a token: the role is the token's, and the token was read a moment ago.
        { UserId: { } user } when !await IsPresentAsync(tx, user) =>
            throw new ProblemException(ProblemType.Unauthorized, $"{actor.Name} has been removed."),
        _ => actor,
    };

    /// <summary>Whether a user exists, and was not removed.</summary>
    public static Task<bool> IsPresentAsync(ReadTx tx, long user) => tx.AnyAsync(PresentSql, new { id = user });

    /// <summary>
    /// Stores the day on which a key was last used. There is no event for it, since it changes nothing that anybody decides.
    /// </summary>
    public static Task<int> UseAsync(Db db, long keyId, DateOnly today) =>
        db.WriteAsync(tx => tx.ExecuteAsync(UseSql, new { keyId, today }));

    private static async Task<KeyHolder?> NotedAsync(ReadTx tx, long key)
    {
        var noted = (tx as WriteTx)?.Recall<NotedHolders>() ?? [];
        if (!noted.TryGetValue(key, out var holder))
        {
            noted[key] = holder = await tx.FirstAsync<KeyHolder>(ByIdSql, new { id = key });
            (tx as WriteTx)?.Note(noted);
        }

        return holder;
    }

    private bool HasExpired(DateTimeOffset now) =>
        ExpiresAt <= now || (LastEventAt is { } last && ExpiresAt <= DateTimeOffset.Parse(last, CultureInfo.InvariantCulture));

    public Actor ToActor() => new(Name, Role) { AlsoEditor = AlsoEditor, UserId = UserId, KeyId = KeyId };
}

/// <summary>The holders of keys that were asked for in one transaction, by the id of the key; null for a key that opens nothing.</summary>
internal sealed class NotedHolders : Dictionary<long, KeyHolder?>;
