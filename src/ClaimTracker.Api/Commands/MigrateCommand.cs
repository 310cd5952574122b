using ClaimTracker.Data;

namespace ClaimTracker.Api.Commands;

/// <summary>migrate: brings the database to the version of this program.</summary>
internal static class MigrateCommand
{
    public static async Task RunAsync(Settings settings)
    {
        var folder = DataFolder.Open(settings.DataFolder);
        var ran = Migrations.Run(folder.Database);
        folder.MarkAsUsed();
        await Console.Out.WriteLineAsync(ran.Count == 0
            ? $"{folder.Database} is up to date."
            : $"{folder.Database}: ran {string.Join(", ", ran)}.");
    }
}
