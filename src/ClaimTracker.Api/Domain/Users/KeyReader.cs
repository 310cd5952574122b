namespace ClaimTracker.Api.Domain.Users;

/// <summary>Reads keys of users.</summary>
internal static class KeyReader
{
    public const string Columns = "k.id, k.user_id, k.label, k.created_by, k.created_at, k.expires_at, k.last_used_on, k.revoked_at";

    private const string Sql = $"select {Columns} from api_keys k where k.user_id = @user and k.id = @id";

    /// <exception cref="ProblemException">404: the user has no key with that id.</exception>
    public static async Task<KeyResponse> FindAsync(ReadTx tx, long user, long id) =>
        await tx.FirstAsync<KeyResponse>(Sql, new { user, id })
        ?? throw new ProblemException(ProblemType.NotFound, $"User {user} has no key {id}.");

    /// <summary>A key that was just made, with its secret.</summary>
    public static async Task<NewKeyResponse> NewAsync(ReadTx tx, long user, long id, string key) =>
        (await tx.SingleAsync<NewKeyResponse>(Sql, new { user, id })) with { Key = key };
}
