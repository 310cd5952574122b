namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// Refuses what a browser says that a page of another site asked for: anything under /api, and anything that would change something.
/// Programs send no such header, and our own pages are of this site.
/// </summary>
internal static class FetchSite
{
    private const string Header = "Sec-Fetch-Site";

    public static Task RefuseCrossSite(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        var refused = request.Headers[Header].Any(static site => "cross-site".Equals(site?.Trim(), StringComparison.OrdinalIgnoreCase))
            && (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || !IsSafe(request.Method));
        return refused
            ? throw new ProblemException(ProblemType.Forbidden, $"A page of another site may not request this ({Header}: cross-site).")
            : next(http);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
