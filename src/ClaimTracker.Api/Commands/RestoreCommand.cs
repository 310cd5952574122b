using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;
using ClaimTracker.Data.Backups;
using ClaimTracker.Data.Postgres;

namespace ClaimTracker.Api.Commands;

/// <summary>restore: puts a backup, from either engine, into the empty database of the settings, of either engine.</summary>
internal static class RestoreCommand
{
    public static async Task RunAsync(ServiceSettings settings, string directory)
    {
        var backup = Backup.Open(directory);
        var (target, ran) = settings.Postgres is { } postgres
            ? await IntoServerAsync(backup, PostgresDatabase.Parse(postgres))
            : await IntoFolderAsync(backup, settings.DataPath);

        var manifest = backup.Manifest;
        var seq = manifest.History?.Seq ?? 0;
        using var logs = settings.OpenLog();
        logs.CreateLogger(Log.Category).BackupRestored(manifest.Database.Length, seq, target);
        await Console.Out.WriteLineAsync(
            $"{target} now holds the backup of {manifest.Created}: {manifest.Counts.Values.Sum():N0} rows of "
            + $"{manifest.Counts.Count} tables, history up to {seq}."
            + (ran.Count == 0 ? "" : $" It was migrated: {string.Join(", ", ran)}."));
    }

    private static async Task<(string Target, IReadOnlyList<string> Ran)> IntoServerAsync(Backup backup, PostgresDatabase server) =>
        (server.Name, await backup.RestoreAsync(server));

    private static async Task<(string Target, IReadOnlyList<string> Ran)> IntoFolderAsync(Backup backup, string path)
    {
        var wasThere = Directory.Exists(path);
        var folder = DataFolder.Empty(path);
        try
        {
            using var held = DataFolderLock.Take(folder);
            return (folder.Database, await backup.RestoreAsync(folder.Database));
        }
        catch
        {
            folder.Clear(wasThere);
            throw;
        }
    }
}
