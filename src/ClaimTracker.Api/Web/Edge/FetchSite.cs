namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// Refuses what a browser says that a page of another site asked for, unless the operator named its origin: anything that would change
/// something, and anything under /api with a key. Without a key it may read what the public may. Programs send no such header, and our
/// own pages are of this site.
/// </summary>
internal sealed class FetchSite(RequestDelegate next, NamedOrigins origins)
{
    private const string Header = "Sec-Fetch-Site";

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        var refused = request.Headers[Header].Any(static site => "cross-site".Equals(site?.Trim(), StringComparison.OrdinalIgnoreCase))
            && (!IsSafe(request.Method) || (IsOfApi(request) && request.Headers.Authorization.Count > 0))
            && !origins.Contains(request);
        return refused
            ? throw new ProblemException(ProblemType.Forbidden, $"A page of another site may not request this ({Header}: cross-site).")
            : next(http);
    }

    private static bool IsOfApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
