using System.Security.Claims;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Platform.Keys;

/// <summary>
/// The one place that lets a request in. Everything under /api needs a key, whether there is a route or not; so does every
/// endpoint of ours, wherever it is mapped.
/// </summary>
internal sealed class KeyMiddleware(RequestDelegate next, Db db)
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || http.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>() is not null)
        {
            var name = await ApiKeys.FindAsync(db, Secret(http.Request), http.RequestAborted)
                ?? throw new ProblemException(ProblemType.Unauthorized, "This key is not valid here.");
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "key"));
        }

        await next(http);
    }

    private static string Secret(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        return header is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && value.Length > Scheme.Length
            ? value[Scheme.Length..].Trim()
            : throw new ProblemException(ProblemType.Unauthorized, "The header `Authorization: Bearer <key>` is missing, or is not of that form.");
    }
}
