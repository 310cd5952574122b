using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;

namespace ClaimTracker.Api.Commands;

/// <summary>schema: prints the schema of the database; db/schema holds what it prints on either engine.</summary>
internal static class SchemaCommand
{
    public static async Task RunAsync(ServiceSettings settings)
    {
        var (database, _) = await Databases.PrepareAsync(settings);
        await Console.Out.WriteAsync(await database.SchemaAsync());
    }
}
