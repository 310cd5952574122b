using Microsoft.AspNetCore.Authorization;

namespace ClaimTracker.Api.Domain.Access;

/// <summary>What a route lets its callers do. Every route names one as its policy.</summary>
internal enum Permission
{
    /// <summary>See what was published. Those who may see drafts see those too.</summary>
    ReadPublished,

    /// <summary>See the desk's work, apart from verdicts that are not published.</summary>
    Read,

    /// <summary>See everything of the desk.</summary>
    ReadDrafts,

    /// <summary>Create and edit the desk's work, and draft verdicts.</summary>
    Write,

    /// <summary>
    /// Edit a verdict that is not published: a checker's own or one on a claim assigned to the checker; for an editor, any.
    /// </summary>
    EditDraft,

    /// <summary>Decide what the desk says in public.</summary>
    Publish,

    /// <summary>Decide who may do what.</summary>
    Administer,
}

internal static class RoutePermission
{
    /// <summary>The permission that the route of a request asks for. A route that names none is open to nobody.</summary>
    public static Permission Permission(this HttpContext http) =>
        http.FindPermission() ?? throw new InvalidOperationException($"{http.Request.Path} does not say who may use it.");

    /// <summary>The same; null where the request has no route of ours.</summary>
    public static Permission? FindPermission(this HttpContext http) => http.GetEndpoint() is { } endpoint ? Of(endpoint.Metadata) : null;

    /// <summary>The permission that a route names.</summary>
    public static Permission? Of(EndpointMetadataCollection metadata)
    {
        foreach (var policy in metadata.GetOrderedMetadata<IAuthorizeData>())
        {
            if (Enum.TryParse<Permission>(policy.Policy, out var permission))
            {
                return permission;
            }
        }

        return null;
    }
}
