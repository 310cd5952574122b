namespace ClaimTracker.Api.Platform.Access;

/// <summary>Who sends a request.</summary>
/// <param name="Name">The name of the user, which is never given to another: the history and every guard go by it.</param>
/// <param name="Role">What the user is to the desk.</param>
internal sealed record Actor(string Name, Role Role)
{
    /// <summary>Whoever sends no key, where the public may read.</summary>
    public static readonly Actor Public = new(ReservedNames.Public, Role.Public);

    /// <summary>An admin who may also do what an editor may.</summary>
    public bool AlsoEditor { get; init; }

    /// <summary>The user; null for the public.</summary>
    public long? UserId { get; init; }

    /// <summary>The key that the request came with; null for the public, and for a token of the newsroom's own sign-in.</summary>
    public long? KeyId { get; init; }

    /// <summary>Whether it may see what the desk works with, besides what it publishes.</summary>
    public bool SeesDesk => Permissions.Decide(this, Permission.Read) == Decision.Allowed;

    /// <summary>Whether it may see verdicts that are not published, and what is said about them.</summary>
    public bool SeesDrafts => Permissions.Decide(this, Permission.ReadDrafts) == Decision.Allowed;

    /// <summary>Whether it may know of a verdict in that state: what was published once stays public, corrected or retracted.</summary>
    public bool Sees(VerdictState state) => SeesDrafts || state is VerdictState.Published or VerdictState.Superseded or VerdictState.Retracted;
}

internal static class ActorOfRequest
{
    /// <summary>Who sends it, as <see cref="AccessMiddleware"/> found out.</summary>
    public static Actor Actor(this HttpContext http) =>
        http.Features.Get<Actor>() ?? throw new InvalidOperationException("A request came past the access check.");
}
