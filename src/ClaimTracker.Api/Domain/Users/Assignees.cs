namespace ClaimTracker.Api.Domain.Users;

/// <summary>Finds the users who can be given work: those who may do it.</summary>
internal static class Assignees
{
    private const string UserSql = """
        select name, role, also_editor
        from users
        where (id = @Number or name_key = @Key) and removed_at is null
        """;

    /// <param name="tx">A read.</param>
    /// <param name="wanted">Name or id; null for nobody.</param>
    /// <returns>The name of the user; null for nobody.</returns>
    /// <exception cref="ProblemException">400: no checker or editor of the desk is called so.</exception>
    public static async Task<string?> FindAsync(ReadTx tx, NameOrNumber? wanted)
    {
        if (wanted is null)
        {
            return null;
        }

        var user = await tx.FirstAsync<AssigneeRow>(UserSql, new { wanted.Number, Key = TextKey.Of(wanted.Name) });
        return user is not null && user.ToActor().Decide(Permission.Write) == Decision.Allowed
            ? user.Name
            : throw Problem.Invalid("assignee", $"must be the name or id of a checker or an editor of the desk; {wanted} is not");
    }

    private sealed record AssigneeRow
    {
        public required string Name { get; init; }

        public required Role Role { get; init; }

        public required bool AlsoEditor { get; init; }

        public Actor ToActor() => new(Name, Role) { AlsoEditor = AlsoEditor };
    }
}
