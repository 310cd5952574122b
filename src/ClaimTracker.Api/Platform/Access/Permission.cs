namespace ClaimTracker.Api.Platform.Access;

/// <summary>What a route lets its callers do. Every route has one.</summary>
internal enum Permission
{
    /// <summary>See what was published; who may see drafts sees those too.</summary>
    ReadPublished,

    /// <summary>See what the desk works with, apart from verdicts that are not published.</summary>
    Read,

    /// <summary>See everything of the desk.</summary>
    ReadDrafts,

    /// <summary>Create and edit what the desk works with, and draft verdicts.</summary>
    Write,

    /// <summary>Edit a verdict that is not published: a checker one that is the checker's own or on a claim assigned to the checker, an editor any.</summary>
    EditDraft,

    /// <summary>Decide what the desk says in public.</summary>
    Publish,

    /// <summary>Say who may do what.</summary>
    Administer,
}

/// <summary>What a route is for, as its endpoint says it.</summary>
internal sealed record RouteAccess(Permission Permission);

internal static class RouteAccessNotes
{
    /// <summary>Whether it lets nothing be changed.</summary>
    public static bool Reads(this Permission permission) => permission is Permission.ReadPublished or Permission.Read or Permission.ReadDrafts;

    /// <summary>What its callers must be allowed to do.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder route, Permission permission) => route.WithMetadata(new RouteAccess(permission));
}
