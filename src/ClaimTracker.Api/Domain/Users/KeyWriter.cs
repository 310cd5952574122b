namespace ClaimTracker.Api.Domain.Users;

/// <summary>A key to be made.</summary>
/// <param name="UserId">The user who will hold it.</param>
/// <param name="Label">Its purpose.</param>
/// <param name="ExpiresAt">When it ends; null for never.</param>
internal sealed record NewKey(long UserId, string Label, DateTimeOffset? ExpiresAt);

/// <summary>Writes keys. The first start, the command line and the routes of users all do.</summary>
internal static class KeyWriter
{
    private const string InsertSql = """
        insert into api_keys (user_id, label, secret_sha256, created_by, created_at, expires_at)
        values (@UserId, @Label, @digest, @Name, @Now, @ExpiresAt)
        returning id
        """;

    private const string RevokeSql = "update api_keys set revoked_at = @Now where id = @id and revoked_at is null returning user_id";
    private const string ReplaceSql = "update api_keys set expires_at = @at, replaced_by = @successor where id = @Id";

    /// <summary>Makes a key.</summary>
    /// <param name="change">The change.</param>
    /// <param name="key">Its user and purpose.</param>
    /// <param name="chosen">A secret that the operator chose, instead of a random one.</param>
    /// <returns>Its id, and the key, which cannot be read again.</returns>
    public static async Task<(long Id, string Key)> IssueAsync(Change change, NewKey key, string? chosen = null)
    {
        var secret = chosen ?? KeyForm.NewSecret();
        var id = await change.InsertAsync(InsertSql, new
        {
            key.UserId,
            key.Label,
            digest = chosen is null ? KeyForm.DigestOfSecret(secret) : KeyForm.DigestOfChosen(chosen),
            change.Actor.Name,
            change.Now,
            key.ExpiresAt,
        });
        await change.RecordAsync(EventKind.KeyCreated, Subject.Key(id, key.UserId), before: null, after: key);
        return (id, chosen ?? KeyForm.Write(id, secret));
    }

    /// <summary>Ends a key immediately.</summary>
    /// <returns>The user who held it; null where it had been revoked before: then nothing changes.</returns>
    public static async Task<long?> RevokeAsync(Change change, long id)
    {
        var user = await change.FirstAsync<long?>(RevokeSql, new { id, change.Now });
        if (user is { } holder)
        {
            await change.RecordAsync(EventKind.KeyRevoked, Subject.Key(id, holder), before: new { userId = holder }, after: null);
        }

        return user;
    }

    /// <summary>Sets when a key ends, and the key that takes its place.</summary>
    public static async Task ReplaceAsync(Change change, (long Id, long User) key, long successor, DateTimeOffset at)
    {
        await change.ExecuteAsync(ReplaceSql, new { key.Id, successor, at });
        await change.RecordAsync(EventKind.KeyExpires, Subject.Key(key.Id, key.User), before: null, after: new { expiresAt = at });
    }
}
