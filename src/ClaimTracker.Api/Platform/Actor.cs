namespace ClaimTracker.Api.Platform;

/// <summary>Who sends a request.</summary>
internal static class Actor
{
    /// <summary>The name under which the history records what the request does.</summary>
    public static string ActorName(this HttpContext http) =>
        http.User.Identity?.Name ?? throw new InvalidOperationException("A request without a key came past the key check.");
}
