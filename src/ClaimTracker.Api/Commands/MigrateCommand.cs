using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;

namespace ClaimTracker.Api.Commands;

/// <summary>migrate: brings the database to the version of this program.</summary>
internal static class MigrateCommand
{
    public static async Task RunAsync(ServiceSettings settings)
    {
        var (database, ran) = await Databases.PrepareAsync(settings);
        await Console.Out.WriteLineAsync(ran.Count == 0
            ? $"{database.Name} is up to date."
            : $"{database.Name}: ran {string.Join(", ", ran)}.");
    }
}
