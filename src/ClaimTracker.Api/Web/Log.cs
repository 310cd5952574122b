namespace ClaimTracker.Api.Web;

/// <summary>
/// The lines of the log about requests, one event name for each kind. Each floor has a file such as this, and nothing else may write to
/// the log: the values are names, numbers and words of our own. No text of an article or a claim, no key, no header, no query and no
/// path that a client made ever goes in.
/// </summary>
internal static partial class Log
{
    /// <summary>The category of lines that are logged outside of any class.</summary>
    public const string Category = "ClaimTracker";

    /// <summary>The trace id of lines that no request led to.</summary>
    public const string NoTrace = "none";

    [LoggerMessage(EventId = 100, EventName = "request", Message = "{Method} {Route} {Status} {Milliseconds} ms {Actor} {TraceId}")]
    public static partial void Request(
        this ILogger log, LogLevel level, string method, string route, int status, double milliseconds, string actor, string traceId);

    [LoggerMessage(EventId = 101, EventName = "request_failed", Level = LogLevel.Error, Message = "{Method} {Route} failed: {TraceId}")]
    public static partial void RequestFailed(this ILogger log, Exception failure, string method, string route, string traceId);

    [LoggerMessage(
        EventId = 202, EventName = "rate_limited", Level = LogLevel.Warning,
        Message = "{Actor} at {Address} is over the limit {Limit} {TraceId}")]
    public static partial void RateLimited(this ILogger log, string actor, string address, string limit, string traceId);

    [LoggerMessage(
        EventId = 203, EventName = "host_refused", Level = LogLevel.Warning,
        Message = "A request for another host was refused, from {Address} {TraceId}")]
    public static partial void HostRefused(this ILogger log, string address, string traceId);
}
