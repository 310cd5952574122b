using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform.Access;

/// <summary>The users and keys that a start makes: someone must be the first.</summary>
internal static class FirstKeys
{
    /// <summary>The label of the key that the first start makes.</summary>
    public const string FirstLabel = "first start";

    /// <summary>Whose the key of the first start is.</summary>
    public const string FirstAdmin = "admin";

    private const string ConfiguredLabel = "configured";

    private const string AnySql = "select id from api_keys limit 1";
    private const string OwnSql = "select id from api_keys where label <> @FirstLabel and revoked_at is null limit 1";
    private const string OldSql = "select id from api_keys where user_id = @user and label = @ConfiguredLabel and revoked_at is null";

    /// <summary>Makes the first key of a database that has none. Of several processes that start at once one makes it.</summary>
    /// <returns>The key, which is not to be had again; null where there was one.</returns>
    public static async Task<string?> CreateAsync(Db db, ILogger log)
    {
        var (made, told) = await db.WriteAsync<(string?, Announcement?)>(static async tx =>
        {
            if (await tx.AnyAsync(AnySql))
            {
                return (null, null);
            }

            var (user, told) = await AdminAsync(tx, FirstAdmin);
            var (id, key) = await ApiKeys.IssueAsync(tx, ReservedNames.System, new NewKey(user, FirstLabel, ExpiresAt: null));
            return (key, told + ((log, trace) => log.KeyCreated(ReservedNames.System, id, user, trace)));
        });
        told?.Invoke(log, Log.NoTrace);
        return made;
    }

    /// <summary>
    /// Makes the key that the configuration provides, in the place of the one that it provided before. One that was ended stays so:
    /// whoever revoked it had a reason, and a restart is none to open the API with it again.
    /// </summary>
    /// <returns>Why the key is not taken, as the end of a sentence about it; null where it is.</returns>
    public static async Task<string?> ConfigureAsync(Db db, string key, ILogger log)
    {
        var (refused, told) = await db.WriteAsync<(string?, Announcement?)>(async tx => await ApiKeys.FindChosenAsync(tx, key) is { } known
            ? (Refusal(known, tx.Now), null)
            : (null, await ReplaceAsync(tx, key)));
        told?.Invoke(log, Log.NoTrace);
        return refused;
    }

    /// <summary>Whether somebody has made a key, beside the one that the first start made.</summary>
    public static Task<bool> AnyOfOperatorAsync(Db db) => db.ReadAsync(static tx => tx.AnyAsync(OwnSql, new { FirstLabel }), CancellationToken.None);

    private static string? Refusal(ChosenKey known, DateTimeOffset now) =>
        known.RevokedAt is not null ? "was revoked"
        : known.ExpiresAt <= now ? "has expired"
        : known.Name != ReservedNames.ConfiguredAdmin ? $"belongs to {known.Name}"
        : null;

    private static async Task<Announcement> ReplaceAsync(WriteTx tx, string key)
    {
        var (user, told) = await AdminAsync(tx, ReservedNames.ConfiguredAdmin);
        foreach (var old in await tx.ListAsync<long>(OldSql, new { user, ConfiguredLabel }))
        {
            await ApiKeys.RevokeAsync(tx, ReservedNames.System, old);
            told += (log, trace) => log.KeyRevoked(ReservedNames.System, old, user, trace);
        }

        var (id, _) = await ApiKeys.IssueAsync(tx, ReservedNames.System, new NewKey(user, ConfiguredLabel, ExpiresAt: null), chosen: key);
        return told + ((log, trace) => log.KeyCreated(ReservedNames.System, id, user, trace));
    }

    // Who runs the desk alone must be able to do everything but approve what is the own. One who was removed comes back: a new key
    // in the configuration is the operator's word.
    private static async Task<(long Id, Announcement? Told)> AdminAsync(WriteTx tx, string name)
    {
        var admin = new UserBody { Name = name, Role = Role.Admin, AlsoEditor = true };
        if (await UserRecord.FindAsync(tx, name) is not { } known)
        {
            var id = await UserRecord.InsertAsync(tx, ReservedNames.System, admin);
            return (id, (log, trace) => log.UserCreated(ReservedNames.System, id, admin.Standing(), trace));
        }

        if (await UserRecord.IsPresentAsync(tx, known))
        {
            return (known, null);
        }

        await UserRecord.RestoreAsync(tx, ReservedNames.System, known, admin);
        return (known, (log, trace) => log.UserRestored(ReservedNames.System, known, admin.Standing(), trace));
    }
}
