using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;
using ClaimTracker.Data.Copying;

namespace ClaimTracker.Api.Commands;

/// <summary>copy-to: copies the database of the settings into an empty one, of the other engine or the same.</summary>
internal static class CopyCommand
{
    /// <param name="settings">They name the source.</param>
    /// <param name="target">A data folder, or the connection string of a PostgreSQL database.</param>
    public static async Task RunAsync(ServiceSettings settings, string target)
    {
        if (settings.Postgres is null && !Directory.Exists(settings.DataPath))
        {
            throw new StartException($"There is no data folder {Path.GetFullPath(settings.DataPath)} to copy from.");
        }

        var (from, _) = await Databases.PrepareAsync(settings);
        var isPostgres = target.Contains('=', StringComparison.Ordinal);
        var (to, _) = await Databases.PrepareAsync(isPostgres ? target : null, target);
        var tables = await DatabaseCopy.RunAsync(from, to);
        foreach (var table in tables)
        {
            await Console.Out.WriteLineAsync($"{table.Name,-20} {table.Rows,10:N0} rows  SHA-256 {table.Checksum}");
        }

        await Console.Out.WriteLineAsync(
            $"{to.Name} now holds what {from.Name} holds: counts and checksums of {tables.Count} tables are the same.");
    }
}
