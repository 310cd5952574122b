using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;
using System.Diagnostics;
using ClaimTracker.Data.Backups;
using ClaimTracker.Data.Postgres;
using ClaimTracker.Data.Sqlite;

namespace ClaimTracker.Api.Commands;

/// <summary>backup: writes the database of the settings into a new folder of a folder of backups, while the service runs.</summary>
internal static class BackupCommand
{
    public static async Task RunAsync(ServiceSettings settings, string directory, TimeProvider time)
    {
        Database source = settings.Postgres is { } postgres
            ? PostgresDatabase.Parse(postgres)
            : new SqliteDatabase(DataFolder.Existing(settings.DataPath).Database);

        var began = Stopwatch.GetTimestamp();
        var (folder, manifest) = await BackupWriter.WriteAsync(source, directory, time);
        var seq = manifest.History?.Seq ?? 0;
        using var logs = settings.OpenLog();
        logs.CreateLogger(Log.Category)
            .BackupWritten(folder, manifest.Database.Length, seq, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        await Console.Out.WriteLineAsync(
            $"{folder} holds {source.Name}: {manifest.Counts.Values.Sum():N0} rows of {manifest.Counts.Count} tables, "
            + $"{manifest.Database.Length:N0} bytes, history up to {seq}.");
    }
}
