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
            and name not in (select name from pragma_table_list where type = 'shadow')
        order by case type when 'table' then 1 when 'index' then 2 when 'trigger' then 3 else 4 end, name
        """;

    private const string CopySql = "vacuum into $file";
    private const string IntegritySql = "pragma integrity_check(10)";

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
        return Task.FromResult(string.Concat(SqliteConnections.Texts(connection, SchemaSql)));
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> PendingAsync()
    {
        var applied = Usable(Applied);
        Migrations.RefuseNewer(applied);
        return Task.FromResult(Migrations.Pending(applied, Migrations.Sqlite));
    }

    internal override Engine Connect() => Usable(() => new SqliteEngine(file));

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> DamageAsync()
    {
        try
        {
            // A view or a trigger is text in the file as well, and a bit of it can flip.
            var schema = await SchemaAsync() == Migrations.Schema(Migrations.Sqlite)
                ? []
                : new[] { "The schema is not the one that the migrations make." };
            using var connection = OpenToRead();
            return
            [
                .. schema,
                .. SqliteConnections.Texts(connection, IntegritySql)
                    .Where(static line => line != "ok")
                    .Select(static line => $"SQLite finds damage: {line}."),
            ];
        }
        catch (SqliteException failure) when (DbErrors.Classify(failure) == DbError.Damaged)
        {
            return [$"SQLite finds damage: {failure.Message.TrimEnd('.')}."];
        }
    }

    /// <inheritdoc/>
    public override Task WipeEventsAsync()
    {
        using var connection = new SqliteConnection(SqliteConnections.ConnectionString(file, SqliteOpenMode.ReadWrite));
        connection.Open();
        SqliteConnections.Scalar(connection, "pragma busy_timeout = 5000");

        // secure_delete overwrites what is blanked. What a page that was split left in its gap goes with the old file, and all of
        // it stands in the log until that is folded in.
        SqliteConnections.Scalar(connection, "vacuum");
        if (SqliteConnections.Scalar(connection, "pragma wal_checkpoint(truncate)") != "0")
        {
            throw new DatabaseException(
                "A read that runs keeps the old pages in the write-ahead log: stop the service, and redact once more.");
        }

        return Task.CompletedTask;
    }

    internal override Engine ConnectReadOnly() => Usable(() => new SqliteEngine(file, readOnly: true));

    /// <summary>Refuses what is no database of ours, is damaged, or cannot be written. An empty file is a new database.</summary>
    /// <exception cref="DatabaseException">The message says which.</exception>
    public Task CheckAsync() => SqliteCheck.RunAsync(file);

    /// <summary>Copies what it holds now into a new file, while others read and write it.</summary>
    internal void CopyInto(string target)
    {
        DurableFiles.Create(target).Dispose(); // For its owner alone; SQLite fills an empty file.
        using var connection = OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = CopySql;
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$file", target);
        command.ExecuteNonQuery();
    }

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

    private IReadOnlyList<string> Applied()
    {
        using var connection = OpenToRead();
        return SqliteConnections.Scalar(connection, "select count(*) from sqlite_schema where name = 'SchemaVersions'") == "0"
            ? []
            : SqliteConnections.Texts(connection, "select ScriptName from SchemaVersions order by ScriptName");
    }

    private SqliteConnection OpenToRead()
    {
        var connection = new SqliteConnection(SqliteConnections.ConnectionString(file, SqliteOpenMode.ReadOnly));
        connection.Open();
        return connection;
    }
}
