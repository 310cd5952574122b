using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform.Access;

/// <summary>
/// The keys that open the API: <c>ct_</c>, the id of the key, and a secret of 32 random bytes as 43 characters. Only a SHA-256
/// of the secret is stored, so that a copy of the database opens nothing.
/// </summary>
internal static class ApiKeys
{
    private const string Prefix = "ct_";
    private const int SecretBytes = 32;
    private const int SecretLength = 43;

    private const string HolderColumns = """
        select
            k.id as key_id,
            k.secret_sha256,
            k.expires_at,
            k.last_used_on,
            u.id as user_id,
            u.name,
            u.role,
            u.also_editor
        from api_keys k
        join users u on u.id = k.user_id
        """;

    private const string Valid = "k.revoked_at is null and u.removed_at is null";
    private const string ByIdSql = $"{HolderColumns} where k.id = @Id and {Valid}";
    private const string ByDigestSql = $"{HolderColumns} where k.secret_sha256 = @digest and {Valid}";
    private const string ChosenSql = "select u.name, k.expires_at, k.revoked_at from api_keys k join users u on u.id = k.user_id where k.secret_sha256 = @digest";
    private const string UseSql = "update api_keys set last_used_on = @today where id = @keyId";

    private const string InsertSql = """
        insert into api_keys (user_id, label, secret_sha256, created_by, created_at, expires_at)
        values (@UserId, @Label, @digest, @by, @Now, @ExpiresAt)
        returning id
        """;

    private const string RevokeSql = "update api_keys set revoked_at = @Now where id = @id and revoked_at is null returning user_id";
    private const string ExpireSql = "update api_keys set expires_at = @at where id = @id";

    /// <summary>The holder of a key, or null where nobody holds it now.</summary>
    public static async Task<KeyHolder?> FindAsync(ReadTx tx, string key, DateTimeOffset now)
    {
        var (id, secret) = Parse(key);
        var digest = id is null ? Digest(key) : DigestOfSecret(secret);
        var holder = id is null
            ? await tx.FirstAsync<KeyHolder>(ByDigestSql, new { digest })
            : await tx.FirstAsync<KeyHolder>(ByIdSql, new { Id = id });
        return holder is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(holder.SecretSha256), Encoding.ASCII.GetBytes(digest))
            && !(holder.ExpiresAt <= now)
            ? holder
            : null;
    }

    /// <summary>The holder of a key that opened the API a moment ago, or null where it does no more.</summary>
    public static async Task<KeyHolder?> FindAsync(WriteTx tx, long keyId) =>
        await tx.FirstAsync<KeyHolder>(ByIdSql, new { Id = keyId }) is { } holder && !(holder.ExpiresAt <= tx.Now) ? holder : null;

    /// <summary>The key with a secret that the operator chose, whether it opens anything now or not; null where there never was one.</summary>
    public static Task<ChosenKey?> FindChosenAsync(ReadTx tx, string chosen) => tx.FirstAsync<ChosenKey>(ChosenSql, new { digest = Digest(chosen) });

    /// <summary>Makes a key.</summary>
    /// <param name="tx">The write.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="key">Whose it is, and what for.</param>
    /// <param name="chosen">A secret that the operator chose, in the place of a random one.</param>
    /// <returns>Its id, and the key, which is not to be had again.</returns>
    public static async Task<(long Id, string Key)> IssueAsync(WriteTx tx, string by, NewKey key, string? chosen = null)
    {
        var secret = chosen ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var id = await tx.InsertAsync(InsertSql, new { key.UserId, key.Label, digest = chosen is null ? DigestOfSecret(secret) : Digest(chosen), by, tx.Now, key.ExpiresAt });
        await tx.RecordAsync(by, "key.created", $"key/{id}", before: null, after: key);
        return (id, chosen ?? string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id}_{secret}"));
    }

    /// <summary>Ends a key at once.</summary>
    /// <returns>Whose it is; null where it had been revoked before: then nothing changes.</returns>
    public static async Task<long?> RevokeAsync(WriteTx tx, string by, long id)
    {
        var user = await tx.FirstAsync<long?>(RevokeSql, new { id, tx.Now });
        if (user is not null)
        {
            await tx.RecordAsync(by, "key.revoked", $"key/{id}", before: new { userId = user }, after: null);
        }

        return user;
    }

    /// <summary>Lets a key end at an instant.</summary>
    public static async Task ExpireAsync(WriteTx tx, string by, long id, DateTimeOffset at)
    {
        await tx.ExecuteAsync(ExpireSql, new { id, at });
        await tx.RecordAsync(by, "key.expires", $"key/{id}", before: null, after: new { expiresAt = at });
    }

    /// <summary>Remembers the day on which a key was last used; no event, since it changes nothing that anybody decides.</summary>
    public static Task<int> UseAsync(Db db, long keyId, DateOnly today) => db.WriteAsync(tx => tx.ExecuteAsync(UseSql, new { keyId, today }));

    /// <summary>The id that stands in a key, whether there is one with that id or not; null where it has none.</summary>
    public static long? IdOf(string key) => Parse(key).Id;

    private static (long? Id, string Secret) Parse(string key)
    {
        var rest = key.StartsWith(Prefix, StringComparison.Ordinal) ? key.AsSpan(Prefix.Length) : [];
        var end = rest.IndexOf('_');
        return end > 0 && rest.Length - end - 1 == SecretLength && long.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (id, rest[(end + 1)..].ToString())
            : (null, key); // One that the operator chose, or of an earlier version.
    }

    // The line break keeps a secret apart from a chosen key: no header can hold one, so a secret opens nothing without its number.
    private static string DigestOfSecret(string secret) => Digest("\n" + secret);

    private static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>A key to be made.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="Label">What it is for.</param>
/// <param name="ExpiresAt">When it ends; never, if null.</param>
internal sealed record NewKey(long UserId, string Label, DateTimeOffset? ExpiresAt);

/// <summary>A key that the operator chose, as the database gives it.</summary>
internal sealed record ChosenKey
{
    /// <summary>Whose it is.</summary>
    public string Name { get; init; } = "";

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>A key with the user who holds it, as the database gives them.</summary>
internal sealed record KeyHolder
{
    public long KeyId { get; init; }

    public string SecretSha256 { get; init; } = "";

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateOnly? LastUsedOn { get; init; }

    public long UserId { get; init; }

    public string Name { get; init; } = "";

    public string Role { get; init; } = "";

    public bool AlsoEditor { get; init; }

    public Actor ToActor() => new(Name, Vocabulary.Parse<Role>(Role)) { AlsoEditor = AlsoEditor, UserId = UserId, KeyId = KeyId };
}
