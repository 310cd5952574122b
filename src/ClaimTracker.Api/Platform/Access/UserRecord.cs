using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform.Access;

/// <summary>The part of a user that an admin writes.</summary>
internal record UserBody
{
    /// <summary>How the history and the desk name the user; never given to another, and never changed.</summary>
    public string? Name { get; init; }

    public string? Email { get; init; }

    /// <summary>reader, checker, editor or admin.</summary>
    public Role? Role { get; init; }

    /// <summary>Whether an admin may also do what an editor may.</summary>
    public bool? AlsoEditor { get; init; }

    /// <summary>The role in one word.</summary>
    public string Standing() => Role!.Value.ToWord() + (AlsoEditor == true ? "+editor" : "");
}

/// <summary>Writes users. It stands here because the first start, the command line and the routes of Users all do.</summary>
internal static class UserRecord
{
    private const string SameNameSql = "select id from users where name_key = @key";
    private const string NamesSql = "select id, name from users order by id";

    private const string InsertSql = """
        insert into users (name, name_key, email, role, also_editor, subject, created_by, created_at)
        values (@Name, @key, @Email, @Role, @AlsoEditor, @subject, @by, @Now)
        returning id
        """;

    private const string UpdateSql = "update users set email = @Email, role = @Role, also_editor = @AlsoEditor where id = @id";
    private const string RemoveSql = "update users set removed_at = @Now where id = @id";
    private const string RestoreSql = "update users set removed_at = null, role = @Role, also_editor = @AlsoEditor where id = @id";
    private const string KeysSql = "select id from api_keys where user_id = @id and revoked_at is null order by id";

    private const string PresentSql = "select id from users where id = @id and removed_at is null";

    // One who has neither a key nor the newsroom's own sign-in is an admin by name alone.
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

    /// <returns>The id of the user with that name, or else with one that looks the same, removed or not; null where there is none.</returns>
    public static async Task<long?> FindAsync(ReadTx tx, string name) =>
        await tx.FirstAsync<long?>(SameNameSql, new { key = TextKey.Of(name) })
        ?? (await tx.ListAsync<NamedRow>(NamesSql)).FirstOrDefault(user => UserNames.AreAlike(user.Name, name))?.Id;

    /// <summary>Whether a user is at the desk, and was not removed.</summary>
    public static Task<bool> IsPresentAsync(ReadTx tx, long id) => tx.AnyAsync(PresentSql, new { id });

    /// <exception cref="ProblemException">409: the name is taken.</exception>
    public static async Task<long> InsertAsync(WriteTx tx, string by, UserBody user, string? subject = null)
    {
        if (await FindAsync(tx, user.Name!) is { } taken)
        {
            throw Problem.Conflict($"User {taken} has, or had, this name: names are never given to another.", $"/api/v1/users/{taken}");
        }

        var id = await tx.InsertAsync(InsertSql, new
        {
            user.Name,
            key = TextKey.Of(user.Name!),
            user.Email,
            Role = user.Role!.Value.ToWord(),
            AlsoEditor = user.AlsoEditor ?? false,
            subject,
            by,
            tx.Now,
        });
        await tx.RecordAsync(by, "user.created", $"user/{id}", before: null, after: user);
        return id;
    }

    /// <exception cref="ProblemException">409: it would leave nobody to say who may do what.</exception>
    public static async Task UpdateAsync(WriteTx tx, string by, long id, UserBody before, UserBody after)
    {
        if (before.Role == Role.Admin && after.Role != Role.Admin)
        {
            await RefuseLastAdminAsync(tx, id);
        }

        await tx.ExecuteAsync(UpdateSql, new { id, after.Email, Role = after.Role!.Value.ToWord(), AlsoEditor = after.AlsoEditor ?? false });
        await tx.RecordAsync(by, "user.edited", $"user/{id}", before, after);
    }

    /// <summary>Takes a user off the desk, keys and all. The name stays with what the user did.</summary>
    /// <exception cref="ProblemException">409: it would leave nobody to say who may do what.</exception>
    public static async Task RemoveAsync(WriteTx tx, string by, long id, UserBody user)
    {
        if (user.Role == Role.Admin)
        {
            await RefuseLastAdminAsync(tx, id);
        }

        foreach (var key in await tx.ListAsync<long>(KeysSql, new { id }))
        {
            await ApiKeys.RevokeAsync(tx, by, key);
        }

        await tx.ExecuteAsync(RemoveSql, new { id, tx.Now });
        await tx.RecordAsync(by, "user.removed", $"user/{id}", before: user, after: null);
    }

    /// <summary>Brings a user back who was removed, in a role of now. The keys stay as they are: ended.</summary>
    public static async Task RestoreAsync(WriteTx tx, string by, long id, UserBody user)
    {
        await tx.ExecuteAsync(RestoreSql, new { id, Role = user.Role!.Value.ToWord(), AlsoEditor = user.AlsoEditor ?? false });
        await tx.RecordAsync(by, "user.restored", $"user/{id}", before: null, after: new { user.Name, user.Role, user.AlsoEditor });
    }

    private static async Task RefuseLastAdminAsync(WriteTx tx, long id)
    {
        if (!await tx.AnyAsync(OtherAdminSql, new { id, tx.Now }))
        {
            throw Problem.Conflict($"User {id} is the only admin who can come in: make another one first, and give that one a key.");
        }
    }

    private sealed record NamedRow
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";
    }
}
