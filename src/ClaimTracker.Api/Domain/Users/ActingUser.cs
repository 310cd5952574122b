namespace ClaimTracker.Api.Domain.Users;

/// <summary>The user in whose name the service works on, after the request that asked for it is over.</summary>
internal static class ActingUser
{
    private const string UserSql = "select id, name, role, also_editor from users where name = @name and removed_at is null";

    /// <returns>The actor as of now; null for one who has been removed.</returns>
    public static async Task<Actor?> FindAsync(ReadTx tx, string name) => name == ReservedNames.Operator
        ? Actor.Operator
        : await tx.FirstAsync<UserRow>(UserSql, new { name }) is { } user
            ? new Actor(user.Name, user.Role) { AlsoEditor = user.AlsoEditor, UserId = user.Id }
            : null;

    private sealed record UserRow
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public Role Role { get; init; }

        public bool AlsoEditor { get; init; }
    }
}
