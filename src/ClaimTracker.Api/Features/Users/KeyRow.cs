using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Features.Users;

/// <summary>A key of a user. The key itself is stored nowhere.</summary>
internal record KeyResponse
{
    public required long Id { get; init; }

    public required long UserId { get; init; }

    /// <summary>What it is for.</summary>
    public required string Label { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it opens nothing; never, if null.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The last day (UTC) on which it opened the API.</summary>
    public required DateOnly? LastUsedOn { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>A key that was made just now, with what opens the API: shown this once.</summary>
internal sealed record NewKeyResponse : KeyResponse
{
    /// <summary>What to send as <c>Authorization: Bearer</c>. It is not to be had again.</summary>
    public required string Key { get; init; }
}

/// <summary>A key as the database gives it.</summary>
internal sealed record KeyRow
{
    public const string Columns = "k.id, k.user_id, k.label, k.created_by, k.created_at, k.expires_at, k.last_used_on, k.revoked_at";

    private const string OfUserSql = $"select {Columns} from api_keys k where k.user_id = @userId and k.id = @keyId";

    public long Id { get; init; }

    public long UserId { get; init; }

    public string Label { get; init; } = "";

    public string CreatedBy { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateOnly? LastUsedOn { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The key of a user, or null where the user has none with that id.</summary>
    public static Task<KeyRow?> FindAsync(ReadTx tx, long userId, long keyId) => tx.FirstAsync<KeyRow>(OfUserSql, new { userId, keyId });

    public static ProblemException NotFound(long userId, long keyId) => new(ProblemType.NotFound, $"User {userId} has no key {keyId}.");

    public KeyResponse ToResponse() => new()
    {
        Id = Id,
        UserId = UserId,
        Label = Label,
        CreatedBy = CreatedBy,
        CreatedAt = CreatedAt,
        ExpiresAt = ExpiresAt,
        LastUsedOn = LastUsedOn,
        RevokedAt = RevokedAt,
    };

    public NewKeyResponse With(string key) => new()
    {
        Id = Id,
        UserId = UserId,
        Label = Label,
        CreatedBy = CreatedBy,
        CreatedAt = CreatedAt,
        ExpiresAt = ExpiresAt,
        LastUsedOn = LastUsedOn,
        RevokedAt = RevokedAt,
        Key = key,
    };
}
