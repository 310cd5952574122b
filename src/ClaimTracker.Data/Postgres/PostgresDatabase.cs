using DbUp;
using Npgsql;

namespace ClaimTracker.Data.Postgres;

/// <summary>A database on a PostgreSQL server, which several processes of the service can share.</summary>
public sealed class PostgresDatabase : Database
{
    /// <summary>Seconds for one attempt to connect, unless the connection string says otherwise.</summary>
    private const int ConnectSeconds = 5;

    /// <summary>Seconds until the first connection must stand: with several hosts there are several attempts.</summary>
    private const int ReachSeconds = 8;

    /// <summary>Statements that a connection keeps prepared, unless the connection string says otherwise.</summary>
    private const int PreparedStatements = 200;

    /// <summary>
    /// Connections that read at once, unless the connection string says otherwise: four replicas fit on a server as it is by default.
    /// </summary>
    private const int Readers = 20;

    /// <summary>
    /// How often reads that began before a redaction are looked at, ten times a second, until they are said to be in the way.
    /// </summary>
    private const int LooksAtReads = 50;

    private const string Guards = "events_are_never_changed events_are_never_emptied events_follow_each_other";

    private const string GuardsSql = """
        select string_agg(tgname, ' ' order by tgname collate "C")
        from pg_trigger
        where tgrelid = 'events'::regclass and not tgisinternal and tgenabled in ('O', 'A')
        """;

    // What such a read may still see, a table that is written anew has too.
    private const string OlderReadsSql = """
        select 'process ' || pid || coalesce(' of ' || nullif(application_name, ''), '')
        from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend' and backend_xmin is not null
        """ + """
         and xact_start < @since::timestamptz
        order by xact_start
        limit 1
        """;

    private const string AppliedSql = "select scriptname from schemaversions order by scriptname";

    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgresDatabase(NpgsqlConnectionStringBuilder settings) => _settings = settings;

    /// <inheritdoc/>
    public override string Name => $"PostgreSQL at {_settings.Host}:{_settings.Port}, database {_settings.Database}";

    /// <summary>
    /// Reads a connection string, with the keywords of Npgsql (https://www.npgsql.org/doc/connection-string-parameters.html).
    /// </summary>
    /// <exception cref="DatabaseException">It is none, or names no host or no database.</exception>
    public static PostgresDatabase Parse(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception broken) when (broken is ArgumentException or FormatException)
        {
            throw new DatabaseException($"The PostgreSQL connection string cannot be read: {broken.Message} {Example}");
        }

        if (string.IsNullOrWhiteSpace(settings.Host) || string.IsNullOrWhiteSpace(settings.Database))
        {
            throw new DatabaseException(
                $"The PostgreSQL connection string names no {(string.IsNullOrWhiteSpace(settings.Host) ? "host" : "database")}. {Example}");
        }

        // Of a keyword that is left out the builder gives its default, and says that it has it.
        settings.Timeout = settings.ShouldSerialize("Timeout") ? settings.Timeout : ConnectSeconds;
        settings.MaxPoolSize = settings.ShouldSerialize("Maximum Pool Size") ? settings.MaxPoolSize : Readers;
        settings.MaxAutoPrepare = settings.ShouldSerialize("Max Auto Prepare") ? settings.MaxAutoPrepare : PreparedStatements;
        return new PostgresDatabase(settings);
    }

    // For what is done once: it leaves no connection behind, and what it locks is free as soon as it is closed.
    private string Unpooled => new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Pooling = false }.ConnectionString;

    private static string Example => "It looks like: Host=localhost;Database=claimtracker;Username=claimtracker;Password=secret";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> MigrateAsync()
    {
        await using var connection = await ReachAsync();
        await PostgresServer.CheckAsync(connection);
        await PostgresLock.HoldAsync(connection, PostgresLock.Migration);
        var schema = await ScalarAsync(connection, "select current_schema()")
            ?? throw new DatabaseException($"{Name}: no schema of the search path exists.");
        Migrations.RefuseNewer(await AppliedAsync(connection));
        return Migrations.Run(
            DeployChanges.To.PostgresqlDatabase(Unpooled).JournalToPostgresqlTable(schema, "schemaversions"), Migrations.Postgres);
    }

    /// <inheritdoc/>
    public override async Task<string> SchemaAsync()
    {
        await using var connection = await ReachAsync();
        return await PostgresSchema.ReadAsync(connection);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> PendingAsync()
    {
        await using var connection = await ReachAsync();
        var applied = await AppliedAsync(connection);
        Migrations.RefuseNewer(applied);
        return Migrations.Pending(applied, Migrations.Postgres);
    }

    /// <summary>Refuses a database that is not of this program's version: it is read table by table.</summary>
    internal async Task RefuseOtherVersionAsync()
    {
        await using var connection = await ReachAsync();
        var applied = await AppliedAsync(connection);
        Migrations.RefuseNewer(applied);
        if (Migrations.Pending(applied, Migrations.Postgres) is [var lacking, ..])
        {
            throw new DatabaseException(
                $"{Name} is older than this program (it lacks {lacking}): make the backup "
                    + "with the version that serves it, or migrate it first.");
        }
    }

    /// <summary>Refuses a database that has a schema of ours with anything in it, before anything is done to it.</summary>
    internal async Task RefuseUsedAsync()
    {
        await using var connection = await ReachAsync();
        if ((await AppliedAsync(connection)).Count > 0 && await ScalarAsync(connection, "select hash from events limit 1") is not null)
        {
            throw new DatabaseException($"{Name} is not empty: it has a history. Nothing was restored.");
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The server has checksums for its pages, and prints a schema in the words of its version: what guards the history is looked at.
    /// </remarks>
    public override async Task<IReadOnlyList<string>> DamageAsync()
    {
        await using var connection = await ReachAsync();
        return await ScalarAsync(connection, GuardsSql) == Guards
            ? []
            : ["The triggers that guard the history are not those that the migrations make, or are off."];
    }

    /// <inheritdoc/>
    public override async Task WipeEventsAsync()
    {
        await using var connection = await ReachAsync();
        var since = await ScalarAsync(connection, "select clock_timestamp()::text");
        for (var left = LooksAtReads; await ScalarAsync(connection, OlderReadsSql, ("since", since)) is { } read; left--)
        {
            if (left == 0)
            {
                throw new DatabaseException($"A read that runs ({read}) keeps the old rows: end it, and redact once more.");
            }

            await ScalarAsync(connection, "select pg_sleep(0.1)::text");
        }

        await using var command = new NpgsqlCommand("vacuum (full) events", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    internal override Engine Connect() => new PostgresEngine(_settings);

    private async Task<NpgsqlConnection> ReachAsync()
    {
        var connection = new NpgsqlConnection(Unpooled);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(ReachSeconds));
        try
        {
            await connection.OpenAsync(patience.Token);
            return connection;
        }
        catch (Exception refused) when (refused is NpgsqlException or OperationCanceledException or ArgumentException
            or System.Net.Sockets.SocketException)
        {
            await connection.DisposeAsync();
            throw new DatabaseException(refused is PostgresException answer
                ? $"{Name} refuses the connection: {Sentence(answer.MessageText)}"
                : $"{Name} cannot be reached: {Sentence(refused.GetBaseException().Message)}");
        }
    }

    private static async Task<List<string>> AppliedAsync(NpgsqlConnection connection)
    {
        var names = new List<string>();
        if (await ScalarAsync(connection, "select to_regclass('schemaversions')::text") is not null)
        {
            await using var command = new NpgsqlCommand(AppliedSql, connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        return names;
    }

    private static async Task<string?> ScalarAsync(NpgsqlConnection connection, string sql, params (string Name, string? Value)[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value!);
        }

        return await command.ExecuteScalarAsync() as string;
    }

    private static string Sentence(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ') + ".";
}
