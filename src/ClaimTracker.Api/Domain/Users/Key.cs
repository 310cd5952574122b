namespace ClaimTracker.Api.Domain.Users;

/// <summary>A key of a user. The key itself is stored nowhere.</summary>
internal record KeyResponse
{
    public required long Id { get; init; }

    public required long UserId { get; init; }

    /// <summary>Its purpose.</summary>
    public required string Label { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it expires; null for never.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The last day (UTC) on which it was used.</summary>
    public required DateOnly? LastUsedOn { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>A new key, with the secret that opens the API: shown this once.</summary>
internal sealed record NewKeyResponse : KeyResponse
{
    /// <summary>The value to send as <c>Authorization: Bearer</c>. It cannot be read again.</summary>
    public string Key { get; init; } = "";
}
