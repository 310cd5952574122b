using ClaimTracker.Data;
using ClaimTracker.Data.Postgres;
using ClaimTracker.Data.Sqlite;

namespace ClaimTracker.Api.Commands;

/// <summary>The database that the settings name, brought to the version of this program.</summary>
internal static class Databases
{
    /// <returns>The database, and the migrations that ran now.</returns>
    /// <exception cref="StartException">The data folder cannot be used.</exception>
    /// <exception cref="DatabaseException">The database cannot be used.</exception>
    public static async Task<(Database Database, IReadOnlyList<string> Ran)> PrepareAsync(string? postgres, string dataFolder)
    {
        if (postgres is not null)
        {
            var server = PostgresDatabase.Parse(postgres);
            return (server, await server.MigrateAsync());
        }

        var folder = DataFolder.Open(dataFolder);
        var file = new SqliteDatabase(folder.Database);
        var ran = await file.MigrateAsync();
        folder.MarkAsUsed();
        return (file, ran);
    }

    public static Task<(Database Database, IReadOnlyList<string> Ran)> PrepareAsync(Settings settings) =>
        PrepareAsync(settings.Postgres, settings.DataFolder);
}
