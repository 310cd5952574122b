using DbUp;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Data.Sqlite;

/// <summary>A database in a file, embedded in this process. The file exists (an empty one is a new database).</summary>
/// <param name="file">Its path.</param>
public sealed class SqliteDatabase(string file) : Database
{
    private const string SchemaSql = """
        select sql || ';' || char(10)
        from sqlite_schema
        where sql is not null and name not like 'sqlite_%' and name <> 'SchemaVersions'
        order by case type when 'table' then 1 when 'index' then 2 when 'trigger' then 3 else 4 end, name
        """;

    /// <inheritdoc/>
    public override string Name => file;

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> MigrateAsync()
    {
        Migrations.RefuseNewer(Usable(Applied));
        return Task.FromResult(Migrations.Run(
            DeployChanges.To.SqliteDatabase(SqliteConnections.ConnectionString(file, SqliteOpenMode.ReadWrite)), Migrations.Sqlite));
    }

    /// <inheritdoc/>
    public override Task<string> SchemaAsync()
    {
        using var connection = OpenToRead();
        return Task.FromResult(string.Concat(Texts(connection, SchemaSql)));
    }

    internal override Engine Connect() => Usable(() => new SqliteEngine(file));

    /// <summary>Turns what SQLite says into what an operator can act on.</summary>
    private T Usable<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (SqliteException refused)
        {
            throw new DatabaseException(DbErrors.Classify(refused) == DbError.Damaged
                ? $"The database {file} is damaged, or is none ({refused.Message.TrimEnd('.')}): restore a backup."
                : $"The database {file} cannot be used ({refused.Message.TrimEnd('.')}): look at its disk and its permissions.");
        }
    }

    private List<string> Applied()
    {
        using var connection = OpenToRead();
        return SqliteConnections.Scalar(connection, "select count(*) from sqlite_schema where name = 'SchemaVersions'") == "0"
            ? []
            : Texts(connection, "select ScriptName from SchemaVersions order by ScriptName");
    }

    private SqliteConnection OpenToRead()
    {
        var connection = new SqliteConnection(SqliteConnections.ConnectionString(file, SqliteOpenMode.ReadOnly));
        connection.Open();
        return connection;
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
