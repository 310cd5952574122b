using ClaimTracker.Api.Platform.Doors;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Platform.Access;

/// <summary>
/// The one place that lets a request in. Everything under /api needs a key, whether there is a route or not; so does every
/// endpoint of ours, wherever it is mapped. Only where the public may read does a request without a key come through, as the public.
/// What a caller asks for is counted here too, since only here it is known whose request it is.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, Db db, TimeProvider time, AccessSettings settings, RateLimits limits, ILogger<AccessMiddleware> log, Tokens? tokens = null)
{
    private const string Scheme = "Bearer ";

    /// <summary>How long a request waits until the day of its key's use is stored.</summary>
    private static readonly TimeSpan UsePatience = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext http)
    {
        var isOurs = http.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>() is not null;
        if (isOurs || http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            var actor = await FindAsync(http);
            http.Features.Set(actor);
            actor.Require(isOurs ? PermissionOf(http) : Permission.Read); // What is not there is none of the public's business either.
        }
        else if (!http.Request.IsProbe())
        {
            limits.CountStranger(http);
        }

        await next(http);
    }

    /// <summary>What the route of a request asks of its caller. A route that does not say is open to nobody.</summary>
    public static Permission PermissionOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<RouteAccess>()?.Permission
        ?? throw new InvalidOperationException($"{http.Request.Path} does not say who may use it.");

    private async Task<Actor> FindAsync(HttpContext http)
    {
        if (Credential(http.Request) is not { } credential)
        {
            limits.CountStranger(http);
            return settings.Public && http.Request.Headers.Authorization.Count == 0
                ? Actor.Public
                : throw new ProblemException(ProblemType.Unauthorized, "The header `Authorization: Bearer <key>` is missing, or is not of that form.");
        }

        limits.RefuseGuess(http, credential);
        try
        {
            var actor = tokens is not null && Tokens.Is(credential)
                ? await TokenUsers.FindAsync(http, db, await tokens.ReadAsync(credential), log)
                : await HolderAsync(credential, http.RequestAborted);
            limits.CountActor(http, actor, credential);
            return actor;
        }
        catch (ProblemException refused) when (refused.Type == ProblemType.Unauthorized || refused.Type == ProblemType.Forbidden)
        {
            limits.CountStranger(http);
            throw;
        }
    }

    private async Task<Actor> HolderAsync(string key, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var holder = await db.ReadAsync(tx => ApiKeys.FindAsync(tx, key, now), cancellation)
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
            await ApiKeys.UseAsync(db, key, today).WaitAsync(UsePatience);
        }
        catch (Exception failure) when (failure is TimeoutException || DbErrors.Classify(failure) != DbError.Other)
        {
            // Reads go on where nothing can be written, or not soon: the day is remembered then, or at the next chance.
        }
    }

    /// <summary>What a request shows to be let in; null where that is nothing, or not of the form that it must have.</summary>
    public static string? Credential(HttpRequest request) =>
        request.Headers.Authorization is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && value.Length > Scheme.Length
            ? value[Scheme.Length..].Trim()
            : null;
}

/// <param name="Public">Whether who sends no key may read what was published.</param>
internal sealed record AccessSettings(bool Public);
