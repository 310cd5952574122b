using System.Data;
using Npgsql;

namespace ClaimTracker.Data.Postgres;

/// <summary>
/// PostgreSQL: reads on a pool of connections, and one connection that writes. Writers of several processes take turns by an
/// advisory lock, held from the first statement to the commit: the history is one chain, and its next line cannot be written
/// before the last one is.
/// </summary>
internal sealed class PostgresEngine : Engine
{
    // Every query asks by key, through views that take far longer to plan than to run: it is planned once. A plan that was made
    // while a table was small must hold when it has grown: so it goes through an index from the first.
    internal const string PlanSettings = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off;";

    private const string ReaderSettings = $"{PlanSettings} set session characteristics as transaction read only";

    // A process that hangs must not stop the others for good.
    private const string WriterSettings = $"{PlanSettings} set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '30s'";

    /// <summary>Rows that are sent as JSON rather than by COPY.</summary>
    private const int FewRows = 1_000;

    private readonly NpgsqlDataSource _readers;
    private readonly NpgsqlDataSource _writers;

    public PostgresEngine(NpgsqlConnectionStringBuilder settings)
    {
        _readers = Source(Readers(settings).ConnectionString, ReaderSettings);
        _writers = Source(
            new NpgsqlConnectionStringBuilder(settings.ConnectionString) { MinPoolSize = 0, MaxPoolSize = 1 }.ConnectionString,
            WriterSettings);
    }

    public override Dialect Dialect => Dialect.Postgres;

    public override async Task<Session> BeginReadAsync(bool inOneState, CancellationToken cancellation)
    {
        var connection = await _readers.OpenConnectionAsync(cancellation);
        try
        {
            return new Session(
                connection,
                inOneState ? await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation) : null,
                connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task<Session> BeginWriteAsync()
    {
        try
        {
            return await LockAsync();
        }
        catch (Exception lost) when (DbErrors.Classify(lost) == DbError.Unreachable)
        {
            return await LockAsync(); // A server that was started anew has left a dead connection in the pool.
        }
    }

    /// <summary>Few rows go with the next trip; COPY takes two of its own.</summary>
    public override async Task InsertAsync(Session session, string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > FewRows)
        {
            await session.FlushAsync();
            Count();
            await Bulk(session).WriteAsync(table, columns, rows.ToAsyncEnumerable());
            return;
        }

        session.Later(PostgresBulkWriter.Statement(table, columns), [new { Json = PostgresBulkWriter.Json(columns, rows) }]);
    }

    public override BulkWriter Bulk(Session session) => new PostgresBulkWriter((NpgsqlConnection)session.Connection);

    public override async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync();
        await _writers.DisposeAsync();
    }

    private async Task<Session> LockAsync()
    {
        var connection = await _writers.OpenConnectionAsync();
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
            await PostgresLock.HoldInTransactionAsync(connection, PostgresLock.Write);
            return new Session(connection, transaction, connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // Npgsql would take a server for one that cannot write, since its sessions of ours cannot: what is meant is the primary.
    private static NpgsqlConnectionStringBuilder Readers(NpgsqlConnectionStringBuilder settings)
    {
        var readers = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        readers.TargetSessionAttributes = readers.TargetSessionAttributes == "read-write" ? "primary" : readers.TargetSessionAttributes;
        return readers;
    }

    /// <summary>
    /// A pool whose connections begin with these settings, and keep them: nothing of ours changes them, so none is reset.
    /// </summary>
    private static NpgsqlDataSource Source(string connectionString, string sessionSettings)
    {
        var builder = new NpgsqlDataSourceBuilder(
            new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true }.ConnectionString);
        builder.UsePhysicalConnectionInitializer(
            connection => Run(connection, sessionSettings),
            connection => RunAsync(connection, sessionSettings));
        return builder.Build();
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
