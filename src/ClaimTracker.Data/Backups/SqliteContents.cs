using ClaimTracker.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Data.Backups;

/// <summary>What is in a database file that nobody writes, after every page of it was checked.</summary>
internal sealed record SqliteContents(
    IReadOnlyList<string> Migrations, BackupHistory? History, IReadOnlyDictionary<string, long> Counts)
{
    private const string TablesSql = """
        select name
        from pragma_table_list
        where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name <> 'SchemaVersions'
        order by name
        """;

    private const string MigrationsSql = "select ScriptName from SchemaVersions order by ScriptName";
    private const string LastEventSql = "select seq, hash from events order by seq desc limit 1";

    /// <exception cref="DatabaseException">The file is damaged.</exception>
    public static SqliteContents Read(string file)
    {
        using var connection = new SqliteConnection(SqliteConnections.ConnectionString(file, SqliteOpenMode.ReadOnly));
        connection.Open();
        if (SqliteConnections.Texts(connection, "pragma integrity_check(1)") is not ["ok"] and var damage)
        {
            throw new DatabaseException($"The database in {file} is damaged: {damage[0].ReplaceLineEndings(" ")}.");
        }

        if (SqliteConnections.Texts(connection, "pragma foreign_key_check") is [var table, ..])
        {
            throw new DatabaseException($"The database in {file} is damaged: rows of {table} refer to what is not there.");
        }

        var counts = SqliteConnections.Texts(connection, TablesSql).ToDictionary(
            static name => name,
            name => long.Parse(SqliteConnections.Scalar(connection, $"select count(*) from {name}")!),
            StringComparer.Ordinal);
        var migrations = SqliteConnections.Texts(connection, MigrationsSql).Select(static name => Path.GetFileNameWithoutExtension(name)!);
        return new SqliteContents([.. migrations], LastEvent(connection), counts);
    }

    /// <summary>Whether a manifest says the same.</summary>
    public bool Is(BackupManifest manifest) =>
        History == manifest.History
        && Migrations.SequenceEqual(manifest.Migrations, StringComparer.Ordinal)
        && Counts.Count == manifest.Counts.Count
        && Counts.All(table => manifest.Counts.TryGetValue(table.Key, out var rows) && rows == table.Value);

    private static BackupHistory? LastEvent(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = LastEventSql;
        using var reader = command.ExecuteReader();
        return reader.Read() ? new BackupHistory(reader.GetInt64(0), reader.GetString(1)) : null;
    }
}
