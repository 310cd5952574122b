using System.Diagnostics;

namespace ClaimTracker.Api.Web.Logs;

/// <summary>One line for each request, when its answer is complete. A client finds it by the <c>traceId</c> of its problem.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    /// <summary>The name of senders who were not let in.</summary>
    public const string Nobody = "nobody";

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
    };

    public async Task InvokeAsync(HttpContext http)
    {
        var began = Stopwatch.GetTimestamp();
        var method = MethodOf(http);
        try
        {
            await next(http);
        }
        finally
        {
            var route = RouteOf(http);
            log.Request(
                route is "/healthz" or "/readyz" ? LogLevel.Debug : LogLevel.Information,
                method,
                route,
                http.Response.StatusCode,
                Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 1),
                ActorOf(http),
                http.TraceIdentifier);
        }
    }

    /// <summary>The name of the sender; <see cref="Nobody"/> where nobody was recognised.</summary>
    public static string ActorOf(HttpContext http) => http.User.Identity?.Name ?? Nobody;

    /// <summary>The route as it was declared, since the path itself is the client's text; "none" for a request without a route.</summary>
    public static string RouteOf(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? "/" + pattern.TrimStart('/') : "none";

    /// <summary>The method, or "other": a client may send any word as its method.</summary>
    public static string MethodOf(HttpContext http) => Methods.Contains(http.Request.Method) ? http.Request.Method : "other";
}
