using System.Reflection;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Data;

/// <summary>Brings a database to the version of this program: each script once, in order, each in a transaction.</summary>
public static class Migrations
{
    private const string Folder = "sqlite/";

    /// <summary>Names of the migrations that this program knows, in order.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [.. typeof(Migrations).Assembly.GetManifestResourceNames().Where(static n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Migrates a SQLite file. The file must exist (an empty one is a new database).</summary>
    /// <returns>The names of the migrations that ran now.</returns>
    /// <exception cref="MigrationException">The database is newer than this program, or a script failed; nothing of that script was kept.</exception>
    public static IReadOnlyList<string> Run(string file)
    {
        RefuseNewer(file);
        var result = DeployChanges.To
            .SqliteDatabase(SqliteConnections.ConnectionString(file, SqliteOpenMode.ReadWrite))
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), static name => name.StartsWith(Folder, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        return result.Successful
            ? [.. result.Scripts.Select(static s => s.Name)]
            : throw new MigrationException($"The migration {result.ErrorScript?.Name ?? "journal"} failed: {result.Error.Message}");
    }

    private static void RefuseNewer(string file)
    {
        using var connection = new SqliteConnection(SqliteConnections.ConnectionString(file, SqliteOpenMode.ReadOnly));
        connection.Open();
        if (SqliteConnections.Scalar(connection, "select count(*) from sqlite_schema where name = 'SchemaVersions'") == "0")
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "select ScriptName from SchemaVersions order by ScriptName";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (!Known.Contains(reader.GetString(0), StringComparer.Ordinal))
            {
                throw new MigrationException(
                    $"The database was made by a newer version of ClaimTracker (it has the migration {reader.GetString(0)}). "
                    + "It was left as it is: start that version, or a later one.");
            }
        }
    }
}

/// <summary>The database could not be brought to the version of this program. The message is for the operator.</summary>
public sealed class MigrationException(string message) : Exception(message);
