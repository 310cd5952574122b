namespace ClaimTracker.Api.Web;

/// <summary>
/// Every line of the log that is ours: one event name for each kind of thing that happens. What goes in is names, numbers and
/// words of our own. No text of an article or a claim, no key, no header, no query and no path that a client made ever does.
/// </summary>
internal static partial class Log
{
    /// <summary>The category of what is logged outside of any class.</summary>
    public const string Category = "ClaimTracker";

    /// <summary>The traceId of what no request asked for.</summary>
    public const string NoTrace = "none";

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
    public static partial void KeyRefused(this ILogger log, string reason, long? keyId, string address, string traceId);

    [LoggerMessage(EventId = 201, EventName = "forbidden", Level = LogLevel.Warning, Message = "{Actor} may not do this, which needs {Permission}: {Route} {TraceId}")]
    public static partial void Forbidden(this ILogger log, string actor, string permission, string route, string traceId);

    [LoggerMessage(EventId = 202, EventName = "rate_limited", Level = LogLevel.Warning, Message = "{Actor} at {Address} is over the limit {Limit} {TraceId}")]
    public static partial void RateLimited(this ILogger log, string actor, string address, string limit, string traceId);

    [LoggerMessage(EventId = 203, EventName = "host_refused", Level = LogLevel.Warning, Message = "A request for another host was refused, from {Address} {TraceId}")]
    public static partial void HostRefused(this ILogger log, string address, string traceId);

    [LoggerMessage(EventId = 210, EventName = "sign_in_unreachable", Level = LogLevel.Warning, Message = "The keys of the sign-in {Issuer} cannot be had: {Reason}")]
    public static partial void SignInUnreachable(this ILogger log, string issuer, string reason);

    // What was done about keys, users and verdicts. Each of these has its event in the history.

    [LoggerMessage(EventId = 300, EventName = "key_created", Level = LogLevel.Information, Message = "{Actor} made key {KeyId} of user {UserId} {TraceId}")]
    public static partial void KeyCreated(this ILogger log, string actor, long keyId, long userId, string traceId);

    [LoggerMessage(EventId = 301, EventName = "key_rotated", Level = LogLevel.Information, Message = "{Actor} replaced key {KeyId} of user {UserId} by {NewKeyId} {TraceId}")]
    public static partial void KeyRotated(this ILogger log, string actor, long keyId, long userId, long newKeyId, string traceId);

    [LoggerMessage(EventId = 302, EventName = "key_revoked", Level = LogLevel.Information, Message = "{Actor} revoked key {KeyId} of user {UserId} {TraceId}")]
    public static partial void KeyRevoked(this ILogger log, string actor, long keyId, long userId, string traceId);

    [LoggerMessage(EventId = 310, EventName = "user_created", Level = LogLevel.Information, Message = "{Actor} added user {UserId}, {Role} {TraceId}")]
    public static partial void UserCreated(this ILogger log, string actor, long userId, string role, string traceId);

    [LoggerMessage(EventId = 311, EventName = "role_changed", Level = LogLevel.Information, Message = "{Actor} made user {UserId} {Role}, until then {OldRole} {TraceId}")]
    public static partial void RoleChanged(this ILogger log, string actor, long userId, string oldRole, string role, string traceId);

    [LoggerMessage(EventId = 312, EventName = "user_removed", Level = LogLevel.Information, Message = "{Actor} took user {UserId} off the desk, keys and all {TraceId}")]
    public static partial void UserRemoved(this ILogger log, string actor, long userId, string traceId);

    [LoggerMessage(EventId = 313, EventName = "user_restored", Level = LogLevel.Information, Message = "{Actor} brought user {UserId} back, {Role} {TraceId}")]
    public static partial void UserRestored(this ILogger log, string actor, long userId, string role, string traceId);

    [LoggerMessage(EventId = 314, EventName = "user_linked", Level = LogLevel.Information, Message = "{Actor} knows user {UserId} again in who comes with a token {TraceId}")]
    public static partial void UserLinked(this ILogger log, string actor, long userId, string traceId);

    [LoggerMessage(EventId = 320, EventName = "verdict_published", Level = LogLevel.Information, Message = "{Actor} published verdict {VerdictId} on claim {ClaimId} {TraceId}")]
    public static partial void VerdictPublished(this ILogger log, string actor, long verdictId, long claimId, string traceId);

    [LoggerMessage(EventId = 321, EventName = "verdict_superseded", Level = LogLevel.Information, Message = "{Actor} superseded verdict {VerdictId} on claim {ClaimId} by {NewVerdictId} {TraceId}")]
    public static partial void VerdictSuperseded(this ILogger log, string actor, long verdictId, long claimId, long newVerdictId, string traceId);

    [LoggerMessage(EventId = 322, EventName = "verdict_retracted", Level = LogLevel.Information, Message = "{Actor} retracted verdict {VerdictId} on claim {ClaimId} {TraceId}")]
    public static partial void VerdictRetracted(this ILogger log, string actor, long verdictId, long claimId, string traceId);
}
