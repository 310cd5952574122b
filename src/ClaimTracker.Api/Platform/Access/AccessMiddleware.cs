using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Platform.Access;

/// <summary>
/// The one place that lets a request in. Everything under /api needs a key, whether there is a route or not; so does every
/// endpoint of ours, wherever it is mapped. Only where the public may read does a request without a key come through, as the public.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, Db db, TimeProvider time, AccessSettings settings)
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || http.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>() is not null)
        {
            var actor = await FindAsync(http);
            http.Features.Set(actor);
            if (http.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>() is not null)
            {
                Permissions.Require(actor, PermissionOf(http));
            }
            else
            {
                Permissions.Require(actor, Permission.Read); // What is not there is none of the public's business either.
            }
        }

        await next(http);
    }

    /// <summary>What the route of a request asks of its caller. A route that does not say is open to nobody.</summary>
    public static Permission PermissionOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<RouteAccess>()?.Permission
        ?? throw new InvalidOperationException($"{http.Request.Path} does not say who may use it.");

    private async Task<Actor> FindAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization;
        if (header.Count == 0 && settings.Public)
        {
            return Actor.Public;
        }

        var now = time.GetUtcNow();
        var holder = await db.ReadAsync(tx => ApiKeys.FindAsync(tx, Key(http.Request), now), http.RequestAborted)
            ?? throw new ProblemException(ProblemType.Unauthorized, "This key is not valid here.");
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (holder.LastUsedOn != today)
        {
            await RememberUseAsync(holder.KeyId, today);
        }

        return holder.ToActor();
    }

    private async Task RememberUseAsync(long key, DateOnly today)
    {
        try
        {
            await ApiKeys.UseAsync(db, key, today);
        }
        catch (Exception failure) when (DbErrors.Classify(failure) != DbError.Other)
        {
            // Reads go on where nothing can be written: the day is remembered at the next chance.
        }
    }

    private static string Key(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        return header is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && value.Length > Scheme.Length
            ? value[Scheme.Length..].Trim()
            : throw new ProblemException(ProblemType.Unauthorized, "The header `Authorization: Bearer <key>` is missing, or is not of that form.");
    }
}

/// <param name="Public">Whether who sends no key may read what was published.</param>
internal sealed record AccessSettings(bool Public);
