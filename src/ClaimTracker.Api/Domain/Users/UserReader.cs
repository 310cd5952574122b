namespace ClaimTracker.Api.Domain.Users;

/// <summary>Reads users.</summary>
internal static class UserReader
{
    public const string Columns =
        "u.id, u.name, u.display_name, u.email, u.role, u.also_editor, u.created_by, u.created_at, u.removed_at";

    private const string ByIdSql = $"select {Columns} from users u where u.id = @id";

    public static Task<UserResponse?> FindAsync(ReadTx tx, long id) => tx.FirstAsync<UserResponse>(ByIdSql, new { id });
}
