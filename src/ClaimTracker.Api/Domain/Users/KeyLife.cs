namespace ClaimTracker.Api.Domain.Users;

/// <summary>The longest life of keys that somebody makes from now on.</summary>
/// <param name="Days">Days; null for no limit.</param>
internal sealed record KeyLife(int? Days)
{
    /// <summary>The longest life that can be set.</summary>
    public const int MostDays = 3650;

    /// <summary>What is wrong with a key that would last longer, as the end of a sentence.</summary>
    public string Expected => $"must be at most {Days} days from now: no key lasts longer here";

    /// <summary>Whether a key would last longer than keys may.</summary>
    public bool IsExceeded(DateTimeOffset? expiresAt, DateTimeOffset now) => expiresAt > LatestEnd(now);

    /// <summary>When a key ends that is made now: when it was asked to, but no later than keys may last.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset? expiresAt, DateTimeOffset now) =>
        expiresAt is null || IsExceeded(expiresAt, now) ? LatestEnd(now) : expiresAt;

    private DateTimeOffset? LatestEnd(DateTimeOffset now) => Days is { } days ? now.AddDays(days) : null;
}
