namespace ClaimTracker.Api.Platform;

/// <summary>
/// Every line of the log that is ours: one event name for each kind of thing that happens. What goes in is names, numbers and
/// words of our own. No text of an article or a claim, no key, no header, no query and no path that a client made ever does.
/// </summary>
internal static partial class Log
{
    /// <summary>The category of what is logged outside of any class.</summary>
    public const string Category = "ClaimTracker";

    // The service

    [LoggerMessage(EventId = 1, EventName = "started", Level = LogLevel.Information, Message = "Serving {Addresses} on {Engine}, after {Milliseconds} ms")]
    public static partial void Started(this ILogger log, string addresses, string engine, long milliseconds);

    [LoggerMessage(EventId = 2, EventName = "stopping", Level = LogLevel.Information, Message = "Stopping: requests that were begun have {Seconds} s to end")]
    public static partial void Stopping(this ILogger log, int seconds);

    [LoggerMessage(EventId = 3, EventName = "stopped", Level = LogLevel.Information, Message = "Stopped; clean: {Clean}")]
    public static partial void Stopped(this ILogger log, bool clean);

    [LoggerMessage(EventId = 4, EventName = "migrated", Level = LogLevel.Information, Message = "Migrated the database: {Migrations}")]
    public static partial void Migrated(this ILogger log, string migrations);

    [LoggerMessage(EventId = 5, EventName = "backup_written", Level = LogLevel.Information, Message = "Backup {Folder}: {Bytes} bytes, history up to {Seq}, in {Milliseconds} ms")]
    public static partial void BackupWritten(this ILogger log, string folder, long bytes, long seq, long milliseconds);

    [LoggerMessage(EventId = 6, EventName = "backup_restored", Level = LogLevel.Information, Message = "Restored {Bytes} bytes, history up to {Seq}, into {Target}")]
    public static partial void BackupRestored(this ILogger log, long bytes, long seq, string target);

    [LoggerMessage(EventId = 7, EventName = "unclean_stop", Level = LogLevel.Warning, Message = "The last stop was not a clean one: looking at the end of the history")]
    public static partial void UncleanStop(this ILogger log);

    [LoggerMessage(EventId = 8, EventName = "history_tail_checked", Level = LogLevel.Information, Message = "The last {Lines} lines of the history hold, after {Milliseconds} ms")]
    public static partial void HistoryTailChecked(this ILogger log, int lines, long milliseconds);

    [LoggerMessage(EventId = 9, EventName = "history_broken", Level = LogLevel.Critical, Message = "The history is broken at line {Seq}")]
    public static partial void HistoryBroken(this ILogger log, long seq);

    [LoggerMessage(EventId = 10, EventName = "history_unread", Level = LogLevel.Critical, Message = "The end of the history could not be read")]
    public static partial void HistoryUnread(this ILogger log, Exception failure);

    [LoggerMessage(EventId = 11, EventName = "open_to_others", Level = LogLevel.Warning, Message = "Other users of this machine can read {Path}: chmod {Mode} takes that away")]
    public static partial void OpenToOthers(this ILogger log, string path, string mode);

    [LoggerMessage(EventId = 12, EventName = "checkpoint_unwritten", Level = LogLevel.Error, Message = "The checkpoint of the day could not be written")]
    public static partial void CheckpointUnwritten(this ILogger log, Exception failure);

    // Requests

    [LoggerMessage(EventId = 100, EventName = "request", Message = "{Method} {Route} {Status} {Milliseconds} ms {Actor} {TraceId}")]
    public static partial void Request(this ILogger log, LogLevel level, string method, string route, int status, double milliseconds, string actor, string traceId);

    [LoggerMessage(EventId = 101, EventName = "request_failed", Level = LogLevel.Error, Message = "{Method} {Route} failed: {TraceId}")]
    public static partial void RequestFailed(this ILogger log, Exception failure, string method, string route, string traceId);

    // Security. A key goes by its id, a person by name.

    [LoggerMessage(EventId = 200, EventName = "key_refused", Level = LogLevel.Warning, Message = "A key was refused ({Reason}, key {KeyId}) from {Address} {TraceId}")]
    public static partial void KeyRefused(this ILogger log, string reason, string? keyId, string address, string traceId);

    [LoggerMessage(EventId = 201, EventName = "forbidden", Level = LogLevel.Warning, Message = "{Actor} may not do this, which needs {Permission}: {Route} {TraceId}")]
    public static partial void Forbidden(this ILogger log, string actor, string permission, string route, string traceId);

    [LoggerMessage(EventId = 202, EventName = "rate_limited", Level = LogLevel.Warning, Message = "{Actor} at {Address} is over the limit {Limit} {TraceId}")]
    public static partial void RateLimited(this ILogger log, string actor, string address, string limit, string traceId);

    [LoggerMessage(EventId = 203, EventName = "host_refused", Level = LogLevel.Warning, Message = "A request for another host was refused, from {Address} {TraceId}")]
    public static partial void HostRefused(this ILogger log, string address, string traceId);

    [LoggerMessage(EventId = 210, EventName = "sign_in_unreachable", Level = LogLevel.Warning, Message = "The keys of the sign-in {Issuer} cannot be had: {Reason}")]
    public static partial void SignInUnreachable(this ILogger log, string issuer, string reason);
}
