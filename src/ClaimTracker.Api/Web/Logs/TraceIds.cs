using System.Diagnostics;

namespace ClaimTracker.Api.Web.Logs;

/// <summary>
/// Gives each request one id: the trace id of W3C Trace Context, which the log, problems and telemetry then all name. It is that of the
/// caller's traceparent, where one is sent.
/// </summary>
internal static class TraceIds
{
    public static Task Use(HttpContext http, RequestDelegate next)
    {
        http.TraceIdentifier = Of(http.Request).ToHexString();
        return next(http);
    }

    // The server begins no activity where neither the log nor telemetry listens.
    private static ActivityTraceId Of(HttpRequest request) =>
        ActivityContext.TryParse(request.Headers.TraceParent, traceState: null, out var caller) ? caller.TraceId
        : Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId
        : ActivityTraceId.CreateRandom();
}
