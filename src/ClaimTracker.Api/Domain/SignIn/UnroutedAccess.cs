using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace ClaimTracker.Api.Domain.SignIn;

/// <summary>
/// Asks for a key on every path under /api that has no route, or not with that method: which paths exist is none of the public's
/// business either.
/// </summary>
internal static class UnroutedAccess
{
    public static async Task Require(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && http.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
        {
            if (ActorIdentity.Find(http.User) is { } actor)
            {
                actor.Require(Permission.Read);
            }
            else
            {
                await http.ChallengeAsync();
            }
        }

        await next(http);
    }
}
