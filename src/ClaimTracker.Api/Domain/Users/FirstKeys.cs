namespace ClaimTracker.Api.Domain.Users;

/// <summary>The users and keys that a start makes: someone must be the first.</summary>
internal static class FirstKeys
{
    /// <summary>The label of the key that the first start makes.</summary>
    public const string FirstLabel = "first start";

    /// <summary>The user who holds the key of the first start.</summary>
    public const string FirstAdmin = "admin";

    private const string ConfiguredLabel = "configured";

    private const string AnySql = "select id from api_keys limit 1";
    private const string OwnSql = "select id from api_keys where label <> @FirstLabel and revoked_at is null limit 1";
    private const string UnusedSql = """
        select id
        from api_keys
        where label = @FirstLabel and last_used_on is null and revoked_at is null
            and not exists (select 1 from api_keys o where o.label <> @FirstLabel and o.revoked_at is null)
        limit 1
        """;

    private const string OldSql = "select id from api_keys where user_id = @user and label = @ConfiguredLabel and revoked_at is null";

    private const string ChosenSql = """
        select u.name, k.expires_at, k.revoked_at
        from api_keys k
        join users u on u.id = k.user_id
        where k.secret_sha256 = @digest
        """;

    /// <summary>Makes the first key of a database that has none. If several processes start together, one of them makes it.</summary>
    /// <returns>The key, which cannot be read again; null where there was one.</returns>
    public static Task<string?> CreateAsync(Db db, ILogger log) => ChangeRunner.RunAsync(db, log, Actor.System, static async change =>
    {
        if (await change.AnyAsync(AnySql))
        {
            return null;
        }

        return await IssueAsync(change, await AdminAsync(change, FirstAdmin), FirstLabel);
    });

    /// <summary>
    /// Makes the key that the configuration provides, and ends the one that it provided before. A key that was ended stays so: whoever
    /// revoked it had a reason, and a restart is no reason to open the API with it again.
    /// </summary>
    /// <returns>Why the key cannot be used, as the end of a sentence about it; null where it can.</returns>
    public static Task<string?> ConfigureAsync(Db db, string key, ILogger log) =>
        ChangeRunner.RunAsync(db, log, Actor.System, async change =>
    {
        if (await change.FirstAsync<ChosenKey>(ChosenSql, new { digest = KeyForm.DigestOfChosen(key) }) is { } known)
        {
            return Refusal(known, change.Now);
        }

        var user = await AdminAsync(change, ReservedNames.ConfiguredAdmin);
        foreach (var old in await change.ListAsync<long>(OldSql, new { user, ConfiguredLabel }))
        {
            await KeyWriter.RevokeAsync(change, old);
            change.AfterCommit((log, trace) => log.KeyRevoked(ReservedNames.System, old, user, trace));
        }

        await IssueAsync(change, user, ConfiguredLabel, key);
        return null;
    });

    /// <summary>Whether somebody has made a key, beside the one that the first start made.</summary>
    public static Task<bool> AnyOfOperatorAsync(Db db) =>
        db.ReadAsync(static tx => tx.AnyAsync(OwnSql, new { FirstLabel }), CancellationToken.None);

    /// <summary>Whether the key of the first start is the only one that anybody has, and was never used: it may have been lost.</summary>
    public static Task<bool> IsFirstUnusedAsync(Db db) =>
        db.ReadAsync(static tx => tx.AnyAsync(UnusedSql, new { FirstLabel }), CancellationToken.None);

    private static string? Refusal(ChosenKey known, DateTimeOffset now) =>
        known.RevokedAt is not null ? "was revoked"
        : known.ExpiresAt <= now ? "has expired"
        : known.Name != ReservedNames.ConfiguredAdmin ? $"belongs to {known.Name}"
        : null;

    private static async Task<string> IssueAsync(Change change, long user, string label, string? chosen = null)
    {
        var (id, key) = await KeyWriter.IssueAsync(change, new NewKey(user, label, ExpiresAt: null), chosen);
        change.AfterCommit((log, trace) => log.KeyCreated(ReservedNames.System, id, user, trace));
        return key;
    }

    // Someone who runs the desk alone must be able to do everything but approve their own work. An admin who was removed comes back: a
    // new key in the configuration is the operator's word.
    private static async Task<long> AdminAsync(Change change, string name)
    {
        var admin = new UserBody { Name = name, Role = Role.Admin, AlsoEditor = true };
        if (await UserWriter.FindAsync(change, name) is not { } known)
        {
            var id = await UserWriter.InsertAsync(change, admin);
            change.AfterCommit((log, trace) => log.UserCreated(ReservedNames.System, id, admin.RoleInWords(), trace));
            return id;
        }

        if (!await KeyHolder.IsPresentAsync(change, known))
        {
            await UserWriter.RestoreAsync(change, known, admin);
            change.AfterCommit((log, trace) => log.UserRestored(ReservedNames.System, known, admin.RoleInWords(), trace));
        }

        return known;
    }

    private sealed record ChosenKey
    {
        public string Name { get; init; } = "";

        public DateTimeOffset? ExpiresAt { get; init; }

        public DateTimeOffset? RevokedAt { get; init; }
    }
}
