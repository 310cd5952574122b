using ClaimTracker.Api.Host.Settings;
using ClaimTracker.Data.Postgres;
using ClaimTracker.Data.Sqlite;

namespace ClaimTracker.Api.Host;

/// <summary>The database that the settings name, brought to the version of this program.</summary>
internal static class Databases
{
    /// <returns>The database, and the migrations that ran now.</returns>
    /// <exception cref="StartException">The data folder cannot be used.</exception>
    /// <exception cref="DatabaseException">The database cannot be used.</exception>
    public static async Task<(
        Database Database, IReadOnlyList<string> Ran)> PrepareAsync(string? postgres, string dataFolder, DataFolderLock? held = null)
    {
        ColumnSetup.Register();
        if (postgres is not null)
        {
            var server = PostgresDatabase.Parse(postgres);
            return (server, await server.MigrateAsync());
        }

        var folder = held?.Folder ?? DataFolder.Open(dataFolder);
        var file = new SqliteDatabase(folder.Database);
        await file.CheckAsync();
        // Nobody serves it meanwhile.
        using var taken = held is null && (await file.PendingAsync()).Count > 0 ? DataFolderLock.Take(folder) : null;
        var ran = await file.MigrateAsync();
        folder.MarkAsUsed();
        return (file, ran);
    }

    /// <param name="settings">They name it.</param>
    /// <param name="held">The lock on its data folder, where the caller has it.</param>
    public static Task<(
        Database Database, IReadOnlyList<string> Ran)> PrepareAsync(ServiceSettings settings, DataFolderLock? held = null) =>
        PrepareAsync(settings.Postgres, settings.DataPath, held);

    /// <summary>The database that the settings name, as it is: nothing is made, and no migration runs.</summary>
    /// <exception cref="StartException">There is none, or it has not the version of this program.</exception>
    /// <exception cref="DatabaseException">It cannot be used.</exception>
    public static async Task<Database> FindAsync(ServiceSettings settings)
    {
        ColumnSetup.Register();
        var database = settings.Postgres is { } postgres
            ? (Database)PostgresDatabase.Parse(postgres)
            : new SqliteDatabase(DataFolder.Existing(settings.DataPath).Database);
        var pending = await database.PendingAsync();
        return pending.Count == 0
            ? database
            : throw new StartException(
                $"{database.Name} has not the version of this program ({pending[0]} is missing): run migrate first.");
    }
}
