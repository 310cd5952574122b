using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform.Access;

/// <summary>The users and keys that a start makes: someone must be the first.</summary>
internal static class FirstKeys
{
    /// <summary>Who makes them.</summary>
    public const string System = "system";

    /// <summary>The label of the key that the first start makes.</summary>
    public const string FirstLabel = "first start";

    /// <summary>Whose the key of the first start is.</summary>
    public const string FirstAdmin = "admin";

    /// <summary>Whose the key of the configuration is.</summary>
    public const string ConfiguredAdmin = "admin (configured)";

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
        return (await ApiKeys.IssueAsync(tx, System, new NewKey(user, FirstLabel, ExpiresAt: null))).Key;
    });

    /// <summary>Makes the key that the configuration provides, in the place of the one that it provided before.</summary>
    public static Task ConfigureAsync(Db db, string key) => db.WriteAsync(async tx =>
    {
        if (await ApiKeys.FindAsync(tx, key, tx.Now) is { Name: ConfiguredAdmin })
        {
            return false;
        }

        var user = await AdminAsync(tx, ConfiguredAdmin);
        foreach (var old in await tx.ListAsync<long>(OldSql, new { user, ConfiguredLabel }))
        {
            await ApiKeys.RevokeAsync(tx, System, old);
        }

        await ApiKeys.IssueAsync(tx, System, new NewKey(user, ConfiguredLabel, ExpiresAt: null), chosen: key);
        return true;
    });

    /// <summary>Whether somebody has made a key, beside the one that the first start made.</summary>
    public static Task<bool> AnyOfOperatorAsync(Db db) => db.ReadAsync(static tx => tx.AnyAsync(OwnSql, new { FirstLabel }), CancellationToken.None);

    // Who runs the desk alone must be able to do everything but approve what is the own.
    private static async Task<long> AdminAsync(WriteTx tx, string name) =>
        await UserRecord.FindAsync(tx, name)
        ?? await UserRecord.InsertAsync(tx, System, new UserBody { Name = name, Role = Role.Admin, AlsoEditor = true });
}
