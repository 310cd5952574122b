namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// The paths that load balancers and service managers ask. They come often, by address and not by name, and the answers tell nothing
/// of the desk: neither the host check nor the limits are for them.
/// </summary>
internal static class ProbePaths
{
    public static bool IsProbe(this HttpRequest request) => request.Path == "/healthz" || request.Path == "/readyz";
}
