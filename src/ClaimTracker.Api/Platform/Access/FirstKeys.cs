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
    public static Task<string?> CreateAsync(Db db) => db.WriteAsync(async tx =>
    {
        if (await tx.AnyAsync(AnySql))
        {
            return null;
        }

        var user = await AdminAsync(tx, FirstAdmin);
        return (await ApiKeys.IssueAsync(tx, ReservedNames.System, new NewKey(user, FirstLabel, ExpiresAt: null))).Key;
    });

    /// <summary>
    /// Makes the key that the configuration provides, in the place of the one that it provided before. One that was ended stays so:
    /// whoever revoked it had a reason, and a restart is none to open the API with it again.
    /// </summary>
    /// <returns>Why the key is not taken, as the end of a sentence about it; null where it is.</returns>
    public static Task<string?> ConfigureAsync(Db db, string key) => db.WriteAsync(async tx =>
    {
        if (await ApiKeys.FindChosenAsync(tx, key) is { } known)
        {
            return known.RevokedAt is not null ? "was revoked"
                : known.ExpiresAt <= tx.Now ? "has expired"
                : known.Name != ReservedNames.ConfiguredAdmin ? $"belongs to {known.Name}"
                : null;
        }

        var user = await AdminAsync(tx, ReservedNames.ConfiguredAdmin);
        foreach (var old in await tx.ListAsync<long>(OldSql, new { user, ConfiguredLabel }))
        {
            await ApiKeys.RevokeAsync(tx, ReservedNames.System, old);
        }

        await ApiKeys.IssueAsync(tx, ReservedNames.System, new NewKey(user, ConfiguredLabel, ExpiresAt: null), chosen: key);
        return null;
    });

    /// <summary>Whether somebody has made a key, beside the one that the first start made.</summary>
    public static Task<bool> AnyOfOperatorAsync(Db db) => db.ReadAsync(static tx => tx.AnyAsync(OwnSql, new { FirstLabel }), CancellationToken.None);

    // Who runs the desk alone must be able to do everything but approve what is the own. One who was removed comes back: a new key
    // in the configuration is the operator's word.
    private static async Task<long> AdminAsync(WriteTx tx, string name)
    {
        var admin = new UserBody { Name = name, Role = Role.Admin, AlsoEditor = true };
        if (await UserRecord.FindAsync(tx, name) is not { } known)
        {
            return await UserRecord.InsertAsync(tx, ReservedNames.System, admin);
        }

        if (!await UserRecord.IsPresentAsync(tx, known))
        {
            await UserRecord.RestoreAsync(tx, ReservedNames.System, known, admin);
        }

        return known;
    }
}
