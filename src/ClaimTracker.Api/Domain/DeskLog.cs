namespace ClaimTracker.Api.Domain;

/// <summary>The lines of the log about keys, users, verdicts and the history. See <see cref="Log"/> for what may go in.</summary>
internal static partial class DeskLog
{
    // The history

    [LoggerMessage(
        EventId = 7, EventName = "unclean_stop", Level = LogLevel.Warning,
        Message = "The last stop was not clean: checking the end of the history")]
    public static partial void UncleanStop(this ILogger log);

    [LoggerMessage(
        EventId = 8, EventName = "history_tail_checked", Level = LogLevel.Information,
        Message = "The last {Lines} events of the history hold, after {Milliseconds} ms")]
    public static partial void HistoryTailChecked(this ILogger log, int lines, long milliseconds);

    [LoggerMessage(EventId = 9, EventName = "history_broken", Level = LogLevel.Critical, Message = "The history is broken at event {Seq}")]
    public static partial void HistoryBroken(this ILogger log, long seq);

    [LoggerMessage(
        EventId = 10, EventName = "history_unread", Level = LogLevel.Critical,
        Message = "The end of the history could not be read")]
    public static partial void HistoryUnread(this ILogger log, Exception failure);

    [LoggerMessage(
        EventId = 12, EventName = "checkpoint_unwritten", Level = LogLevel.Error,
        Message = "The checkpoint of the day could not be written")]
    public static partial void CheckpointUnwritten(this ILogger log, Exception failure);

    [LoggerMessage(
        EventId = 14, EventName = "meanings_unread", Level = LogLevel.Error,
        Message = "The model could not read claims: until it can, they are found by their words alone")]
    public static partial void MeaningsUnread(this ILogger log, Exception failure);

    [LoggerMessage(
        EventId = 16, EventName = "matches_unfound", Level = LogLevel.Error,
        Message = "Earlier checks of something that was written could not be looked up")]
    public static partial void MatchesUnfound(this ILogger log, Exception failure);

    [LoggerMessage(
        EventId = 18, EventName = "sentences_unscored", Level = LogLevel.Error,
        Message = "Sentences could not be scored by the weights that were set: until they are, they keep their scores")]
    public static partial void SentencesUnscored(this ILogger log, Exception failure);

    [LoggerMessage(EventId = 19, EventName = "import_failed", Level = LogLevel.Error, Message = "Import {ImportId} failed")]
    public static partial void ImportFailed(this ILogger log, long importId, Exception failure);

    [LoggerMessage(
        EventId = 20, EventName = "imports_stopped", Level = LogLevel.Error,
        Message = "Imports that wait could not be carried out; they are tried again within a minute")]
    public static partial void ImportsStopped(this ILogger log, Exception failure);

    [LoggerMessage(
        EventId = 21, EventName = "subscriptions_failed", Level = LogLevel.Error,
        Message = "Subscriptions could not be fetched; they are tried again within a minute")]
    public static partial void SubscriptionsFailed(this ILogger log, Exception failure);

    // Security. A key is named by its id, a person by name.

    [LoggerMessage(
        EventId = 200, EventName = "key_refused", Level = LogLevel.Warning,
        Message = "A key was refused ({Reason}, key {KeyId}) from {Address} {TraceId}")]
    public static partial void KeyRefused(this ILogger log, string reason, long? keyId, string address, string traceId);

    [LoggerMessage(
        EventId = 201, EventName = "forbidden", Level = LogLevel.Warning,
        Message = "{Actor} lacks {Permission} for {Route} {TraceId}")]
    public static partial void Forbidden(this ILogger log, string actor, string permission, string route, string traceId);

    [LoggerMessage(
        EventId = 210, EventName = "sign_in_unreachable", Level = LogLevel.Warning,
        Message = "The keys of the identity provider {Issuer} cannot be fetched: {Reason}")]
    public static partial void SignInUnreachable(this ILogger log, string issuer, string reason);

    // Changes of keys, users and verdicts. Each of these has its event in the history.

    [LoggerMessage(
        EventId = 300, EventName = "key_created", Level = LogLevel.Information,
        Message = "{Actor} made key {KeyId} of user {UserId} {TraceId}")]
    public static partial void KeyCreated(this ILogger log, string actor, long keyId, long userId, string traceId);

    [LoggerMessage(
        EventId = 301, EventName = "key_rotated", Level = LogLevel.Information,
        Message = "{Actor} replaced key {KeyId} of user {UserId} with key {NewKeyId} {TraceId}")]
    public static partial void KeyRotated(this ILogger log, string actor, long keyId, long userId, long newKeyId, string traceId);

    [LoggerMessage(
        EventId = 302, EventName = "key_revoked", Level = LogLevel.Information,
        Message = "{Actor} revoked key {KeyId} of user {UserId} {TraceId}")]
    public static partial void KeyRevoked(this ILogger log, string actor, long keyId, long userId, string traceId);

    [LoggerMessage(
        EventId = 310, EventName = "user_created", Level = LogLevel.Information,
        Message = "{Actor} added user {UserId} as {Role} {TraceId}")]
    public static partial void UserCreated(this ILogger log, string actor, long userId, string role, string traceId);

    [LoggerMessage(
        EventId = 311, EventName = "role_changed", Level = LogLevel.Information,
        Message = "{Actor} changed the role of user {UserId} from {OldRole} to {Role} {TraceId}")]
    public static partial void RoleChanged(this ILogger log, string actor, long userId, string oldRole, string role, string traceId);

    [LoggerMessage(
        EventId = 312, EventName = "user_removed", Level = LogLevel.Information,
        Message = "{Actor} removed user {UserId} and revoked their keys {TraceId}")]
    public static partial void UserRemoved(this ILogger log, string actor, long userId, string traceId);

    [LoggerMessage(
        EventId = 313, EventName = "user_restored", Level = LogLevel.Information,
        Message = "{Actor} restored user {UserId} as {Role} {TraceId}")]
    public static partial void UserRestored(this ILogger log, string actor, long userId, string role, string traceId);

    [LoggerMessage(
        EventId = 314, EventName = "user_linked", Level = LogLevel.Information,
        Message = "{Actor} linked user {UserId} to the subject of a token {TraceId}")]
    public static partial void UserLinked(this ILogger log, string actor, long userId, string traceId);

    [LoggerMessage(
        EventId = 320, EventName = "verdict_published", Level = LogLevel.Information,
        Message = "{Actor} published verdict {VerdictId} on claim {ClaimId} {TraceId}")]
    public static partial void VerdictPublished(this ILogger log, string actor, long verdictId, long claimId, string traceId);

    [LoggerMessage(
        EventId = 321, EventName = "verdict_superseded", Level = LogLevel.Information,
        Message = "{Actor} superseded verdict {VerdictId} on claim {ClaimId} with verdict {NewVerdictId} {TraceId}")]
    public static partial void VerdictSuperseded(
        this ILogger log, string actor, long verdictId, long claimId, long newVerdictId, string traceId);

    [LoggerMessage(
        EventId = 322, EventName = "verdict_retracted", Level = LogLevel.Information,
        Message = "{Actor} retracted verdict {VerdictId} on claim {ClaimId} {TraceId}")]
    public static partial void VerdictRetracted(this ILogger log, string actor, long verdictId, long claimId, string traceId);
}
