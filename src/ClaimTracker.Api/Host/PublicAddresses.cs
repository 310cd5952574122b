namespace ClaimTracker.Api.Host;

/// <summary>
/// Addresses for the world, which are shorter than those of the API and outlive its versions. They lead to routes of the API before
/// routing,
/// so that the same rules guard them.
/// </summary>
internal static class PublicAddresses
{
    private const string Base = "/api/v1";

    private static readonly string[] Prefixes = ["/reviews", "/feeds", "/oembed", "/v1alpha1", "/reconcile"];

    public static Task Route(HttpContext http, RequestDelegate next)
    {
        if (Prefixes.Any(prefix => http.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal)))
        {
            http.Request.Path = Base + http.Request.Path;
        }

        return next(http);
    }
}
