using DbUp;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Data.Sqlite;

/// <summary>A database in a file, embedded in this process. The file exists (an empty one is a new database).</summary>
/// <param name="file">Its path.</param>
public sealed class SqliteDatabase(string file) : Database
{
    /// <inheritdoc/>
    public override string Name => file;

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> MigrateAsync()
    {
        Migrations.RefuseNewer(Applied());
        return Task.FromResult(Migrations.Run(
            DeployChanges.To.SqliteDatabase(SqliteConnections.ConnectionString(file, SqliteOpenMode.ReadWrite)), Migrations.Sqlite));
    }

    internal override Engine Connect() => new SqliteEngine(file);

    private List<string> Applied()
    {
        using var connection = new SqliteConnection(SqliteConnections.ConnectionString(file, SqliteOpenMode.ReadOnly));
        connection.Open();
        var names = new List<string>();
        if (SqliteConnections.Scalar(connection, "select count(*) from sqlite_schema where name = 'SchemaVersions'") != "0")
        {
            using var command = connection.CreateCommand();
            command.CommandText = "select ScriptName from SchemaVersions order by ScriptName";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
            }
        }

        return names;
    }
}
