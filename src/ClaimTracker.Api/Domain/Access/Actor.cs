using System.Globalization;
using System.Security.Claims;

namespace ClaimTracker.Api.Domain.Access;

/// <summary>The sender of a request, or whoever else changes something.</summary>
/// <param name="Name">The user's name. It is never given to another: the history and every guard rely on it.</param>
/// <param name="Role">The user's role.</param>
internal sealed record Actor(string Name, Role Role)
{
    /// <summary>Callers without a key, where the public may read.</summary>
    public static readonly Actor Public = new(ReservedNames.Public, Role.Public);

    /// <summary>The service itself.</summary>
    public static readonly Actor System = new(ReservedNames.System, Role.Admin) { AlsoEditor = true };

    /// <summary>The owner of the machine, at its command line.</summary>
    public static readonly Actor Operator = new(ReservedNames.Operator, Role.Admin) { AlsoEditor = true };

    /// <summary>Whether an admin may also do what an editor may.</summary>
    public bool AlsoEditor { get; init; }

    /// <summary>The user; null for the public, the service and the operator.</summary>
    public long? UserId { get; init; }

    /// <summary>The key that the request came with; null where there was none, and for a token.</summary>
    public long? KeyId { get; init; }

    /// <summary>The name of the count that limits the requests: that of the key, or with a token that of the user.</summary>
    public (string Policy, string Id) LimitKey => KeyId is { } key
        ? ("key", key.ToString(CultureInfo.InvariantCulture))
        : ("user", UserId!.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether the actor may see the desk's work, besides what it publishes.</summary>
    public bool SeesDesk => Permissions.Decide(this, Permission.Read) == Decision.Allowed;

    /// <summary>Whether the actor may see verdicts that are not published, and the comments on them.</summary>
    public bool SeesDrafts => Permissions.Decide(this, Permission.ReadDrafts) == Decision.Allowed;

    /// <summary>
    /// Whether the actor works at the desk. Outside are the public and readers: they get no name of a confidential source, no evidence
    /// that is not public, and no notes of the desk for itself.
    /// </summary>
    public bool IsInside => SeesDrafts;
}

/// <summary>An actor as the framework's identity of a request.</summary>
internal sealed class ActorIdentity(Actor actor)
    : ClaimsIdentity([new Claim(DefaultNameClaimType, actor.Name)], authenticationType: "Bearer")
{
    /// <summary>The actor that was recognised.</summary>
    public new Actor Actor { get; } = actor;

    /// <summary>The actor of a principal; null where nobody was recognised.</summary>
    public static Actor? Find(ClaimsPrincipal user) => user.Identities.OfType<ActorIdentity>().FirstOrDefault()?.Actor;
}

internal static class ActorOfRequest
{
    /// <summary>The sender of a request that was let in.</summary>
    public static Actor Actor(this HttpContext http) =>
        ActorIdentity.Find(http.User) ?? throw new InvalidOperationException("A request came past the access check.");
}
