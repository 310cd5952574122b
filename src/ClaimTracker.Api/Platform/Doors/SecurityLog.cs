using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Logs;
using ClaimTracker.Api.Platform.Problems;

namespace ClaimTracker.Api.Platform.Doors;

/// <summary>Notes who was not let in. Here, and not where each is refused, so that no refusal goes without a line.</summary>
internal static class SecurityLog
{
    /// <param name="log">Where to.</param>
    /// <param name="http">The request.</param>
    /// <param name="problem">What it is answered with; one that is no matter of security leaves no line.</param>
    public static void NoteRefusal(ILogger log, HttpContext http, ProblemException problem)
    {
        var (address, actor) = (ClientAddress.Of(http), http.Features.Get<Actor>()?.Name ?? ReservedNames.Nobody);
        if (problem.Type == ProblemType.Unauthorized)
        {
            var key = AccessMiddleware.Credential(http.Request);
            log.KeyRefused(
                key is null ? "missing" : Tokens.Is(key) ? "token" : "key",
                key is null ? null : ApiKeys.IdOf(key),
                address,
                http.TraceIdentifier);
        }
        else if (problem.Type == ProblemType.Forbidden)
        {
            log.Forbidden(actor, http.GetEndpoint()?.Metadata.GetMetadata<RouteAccess>()?.Permission.ToString() ?? "same_site", RequestLog.RouteOf(http), http.TraceIdentifier);
        }
        else if (problem.Type == ProblemType.Misdirected)
        {
            log.HostRefused(address, http.TraceIdentifier);
        }
    }
}
