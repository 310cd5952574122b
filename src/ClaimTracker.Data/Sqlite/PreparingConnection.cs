using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClaimTracker.Data.Sqlite;

/// <summary>
/// A SQLite connection that keeps the statements it prepared. To prepare a query with the state views takes ten times as long as
/// to run it, and Microsoft.Data.Sqlite forgets a statement with its command.
/// </summary>
internal sealed class PreparingConnection(SqliteConnection connection) : DbConnection
{
    /// <summary>Statements kept; lists of ids make new ones, so that they are dropped now and then.</summary>
    private const int MaxStatements = 256;

    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, sqlite3_stmt> _inserts = new(StringComparer.Ordinal);

    public SqliteConnection Inner => connection;

    [AllowNull]
    public override string ConnectionString { get => connection.ConnectionString; set => throw new NotSupportedException(); }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    public override void Open() => connection.Open();

    public override void Close() => connection.Close();

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    /// <summary>The id of the row that was inserted last.</summary>
    public long LastId => raw.sqlite3_last_insert_rowid(connection.Handle);

    /// <summary>Begins a transaction that takes its snapshot with its first query.</summary>
    public KeptTransaction BeginRead() => new(this, "begin deferred");

    /// <summary>Begins a transaction that no other write overlaps.</summary>
    public KeptTransaction BeginWrite() => new(this, "begin immediate");

    /// <summary>Runs a statement that has no parameters and gives no rows.</summary>
    public void Run(string sql)
    {
        var command = Take(sql);
        try
        {
            command.ExecuteNonQuery();
        }
        finally
        {
            Return(command);
        }
    }

    /// <summary>Lends the command of a statement; a second one while the first is out.</summary>
    public SqliteCommand Take(string sql)
    {
        if (_idle.Remove(sql, out var kept))
        {
            return kept;
        }

        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    /// <summary>Takes it back.</summary>
    public void Return(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (_idle.Count >= MaxStatements)
        {
            DisposeStatements();
        }

        if (!_idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    /// <summary>The insert of rows into a table, whose values have places and no names. It stays: there are few.</summary>
    public sqlite3_stmt Insert(string sql)
    {
        if (!_inserts.TryGetValue(sql, out var insert))
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out insert), connection.Handle);
            _inserts.Add(sql, insert);
        }

        return insert;
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException("Use BeginRead or BeginWrite.");

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            DisposeStatements();
            foreach (var insert in _inserts.Values)
            {
                insert.Dispose();
            }

            connection.Dispose();
        }

        base.Dispose(disposing);
    }

    private void DisposeStatements()
    {
        foreach (var command in _idle.Values)
        {
            command.Dispose();
        }

        _idle.Clear();
    }
}
