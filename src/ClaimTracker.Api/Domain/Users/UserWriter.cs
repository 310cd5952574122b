namespace ClaimTracker.Api.Domain.Users;

/// <summary>Writes users. The first start, the command line, tokens and the routes of users all do.</summary>
internal static class UserWriter
{
    private const string SameNameSql = "select id from users where name_key = @key";
    private const string NamesSql = "select id, name, display_name from users order by id";

    private const string InsertSql = """
        insert into users (name, name_key, display_name, display_name_key, email, role, also_editor, subject, created_by, created_at)
        values (@Name, @key, @DisplayName, @displayKey, @Email, @Role, @AlsoEditor, @subject, @Actor, @Now)
        returning id
        """;

    private const string UpdateSql = """
        update users
        set display_name = @DisplayName, display_name_key = @displayKey, email = @Email, role = @Role, also_editor = @AlsoEditor
        where id = @id
        """;

    private const string RemoveSql = "update users set removed_at = @Now where id = @id";
    private const string RestoreSql = "update users set removed_at = null, role = @Role, also_editor = @AlsoEditor where id = @id";
    private const string LinkSql = "update users set subject = @subject where id = @id";
    private const string KeysSql = "select id from api_keys where user_id = @id and revoked_at is null order by id";

    // A user with neither a key nor a token is an admin by name alone.
    private const string OtherAdminSql = """
        select u.id
        from users u
        where u.id <> @id and u.role = 'admin' and u.removed_at is null
            and (u.subject is not null or exists (
                select 1
                from api_keys k
                where k.user_id = u.id and k.revoked_at is null and (k.expires_at is null or k.expires_at > @Now)))
        limit 1
        """;

    /// <returns>
    /// The id of the user with that name, or else with one that looks the same, removed or not; null where there is none.
    /// </returns>
    public static async Task<long?> FindAsync(ReadTx tx, string name) =>
        await tx.FirstAsync<long?>(SameNameSql, new { key = TextKey.Of(name) })
        ?? (await tx.ListAsync<NamedRow>(NamesSql)).FirstOrDefault(user => UserNames.AreAlike(user.Name, name))?.Id;

    /// <exception cref="ProblemException">409: the name is taken, or the one to show.</exception>
    public static async Task<long> InsertAsync(Change change, UserBody user, string? subject = null)
    {
        if (await FindAsync(change, user.Name!) is { } taken)
        {
            throw Problem.Conflict($"User {taken} has, or had, this name: names are never given to another.", Subject.User(taken).Address);
        }

        await RefuseTakenAsync(change, own: null, user.DisplayName);
        var id = await change.InsertAsync(InsertSql, new
        {
            user.Name,
            key = TextKey.Of(user.Name!),
            user.DisplayName,
            displayKey = TextKey.Of(user.DisplayName),
            user.Email,
            user.Role,
            AlsoEditor = user.AlsoEditor ?? false,
            subject,
            Actor = change.Actor.Name,
            change.Now,
        });
        await change.RecordAsync(EventKind.UserCreated, Subject.User(id), before: null, after: user);
        return id;
    }

    /// <exception cref="ProblemException">
    /// 409: nobody would be left to decide who may do what, or the name to show is another's.
    /// </exception>
    public static async Task UpdateAsync(Change change, long id, UserBody before, UserBody after)
    {
        if (before.Role == Role.Admin && after.Role != Role.Admin)
        {
            await RefuseLastAdminAsync(change, id);
        }

        if (after.DisplayName != before.DisplayName)
        {
            await RefuseTakenAsync(change, id, after.DisplayName);
        }

        await change.ExecuteAsync(UpdateSql, new
        {
            id,
            after.DisplayName,
            displayKey = TextKey.Of(after.DisplayName),
            after.Email,
            after.Role,
            AlsoEditor = after.AlsoEditor ?? false,
        });
        await change.RecordAsync(EventKind.UserEdited, Subject.User(id), before, after);
    }

    /// <summary>Removes a user, and revokes the user's keys. The name stays with everything that the user did.</summary>
    /// <exception cref="ProblemException">409: nobody would be left to decide who may do what.</exception>
    public static async Task RemoveAsync(Change change, long id, UserBody user)
    {
        if (user.Role == Role.Admin)
        {
            await RefuseLastAdminAsync(change, id);
        }

        foreach (var key in await change.ListAsync<long>(KeysSql, new { id }))
        {
            await KeyWriter.RevokeAsync(change, key);
        }

        await change.ExecuteAsync(RemoveSql, new { id, change.Now });
        await change.RecordAsync(EventKind.UserRemoved, Subject.User(id), before: user, after: null);
    }

    /// <summary>Brings back a user who was removed, in the given role. Revoked keys stay revoked.</summary>
    public static async Task RestoreAsync(Change change, long id, UserBody user)
    {
        await change.ExecuteAsync(RestoreSql, new { id, user.Role, AlsoEditor = user.AlsoEditor ?? false });
        await change.RecordAsync(
            EventKind.UserRestored, Subject.User(id), before: null, after: new { user.Name, user.Role, user.AlsoEditor });
    }

    /// <summary>Gives a user the subject of the tokens that they come with from now on.</summary>
    public static async Task LinkAsync(Change change, long id, string subject)
    {
        await change.ExecuteAsync(LinkSql, new { id, subject });
        await change.RecordAsync(EventKind.UserLinked, Subject.User(id), before: null, after: new { subject });
    }

    // Shown to colleagues by it, one user could be taken for another.
    private static async Task RefuseTakenAsync(ReadTx tx, long? own, string? displayName)
    {
        if (displayName is not null && (await tx.ListAsync<NamedRow>(NamesSql)).Any(user => user.Id != own
            && (UserNames.AreAlike(user.Name, displayName)
                || (user.DisplayName is { } shown && UserNames.AreAlike(shown, displayName)))))
        {
            throw Problem.Conflict(
                $"Another user is, or was, called {displayName}, or so that it looks the same: choose another displayName.");
        }
    }

    private static async Task RefuseLastAdminAsync(Change change, long id)
    {
        if (!await change.AnyAsync(OtherAdminSql, new { id, change.Now }))
        {
            throw Problem.Conflict($"User {id} is the last admin who can sign in: make another one first, and give that one a key.");
        }
    }

    private sealed record NamedRow
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string? DisplayName { get; init; }
    }
}
