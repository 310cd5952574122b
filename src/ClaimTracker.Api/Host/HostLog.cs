namespace ClaimTracker.Api.Host;

/// <summary>The lines of the log about the service itself. See <see cref="Log"/> for what may go in.</summary>
internal static partial class HostLog
{
    [LoggerMessage(
        EventId = 1, EventName = "started", Level = LogLevel.Information,
        Message = "Serving {Addresses} on {Engine}, after {Milliseconds} ms")]
    public static partial void Started(this ILogger log, string addresses, string engine, long milliseconds);

    [LoggerMessage(
        EventId = 2, EventName = "stopping", Level = LogLevel.Information,
        Message = "Stopping: requests under way have {Seconds} s to end")]
    public static partial void Stopping(this ILogger log, int seconds);

    [LoggerMessage(EventId = 3, EventName = "stopped", Level = LogLevel.Information, Message = "Stopped; clean: {Clean}")]
    public static partial void Stopped(this ILogger log, bool clean);

    [LoggerMessage(EventId = 4, EventName = "migrated", Level = LogLevel.Information, Message = "Migrated the database: {Migrations}")]
    public static partial void Migrated(this ILogger log, string migrations);

    [LoggerMessage(
        EventId = 13, EventName = "indexed", Level = LogLevel.Information, Message = "Indexed {Things} items for searches")]
    public static partial void Indexed(this ILogger log, long things);

    [LoggerMessage(
        EventId = 5, EventName = "backup_written", Level = LogLevel.Information,
        Message = "Backup {Folder}: {Bytes} bytes, history up to {Seq}, in {Milliseconds} ms")]
    public static partial void BackupWritten(this ILogger log, string folder, long bytes, long seq, long milliseconds);

    [LoggerMessage(
        EventId = 6, EventName = "backup_restored", Level = LogLevel.Information,
        Message = "Restored {Bytes} bytes, history up to {Seq}, into {Target}")]
    public static partial void BackupRestored(this ILogger log, long bytes, long seq, string target);

    [LoggerMessage(
        EventId = 11, EventName = "open_to_others", Level = LogLevel.Warning,
        Message = "Other users of this machine can read {Path}: run chmod {Mode}")]
    public static partial void OpenToOthers(this ILogger log, string path, string mode);
}
