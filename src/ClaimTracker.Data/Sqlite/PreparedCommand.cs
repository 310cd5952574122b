using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Data.Sqlite;

/// <summary>
/// A command as Dapper fills it in. Only when it runs is its text final (Dapper expands lists of parameters in it): then it
/// borrows the prepared statement of that text, and gives it back when it is disposed of.
/// </summary>
internal sealed class PreparedCommand(PreparingConnection connection) : DbCommand
{
    /// <summary>Names with their prefix. Of a name without one the provider tries each prefix in turn, at every run.</summary>
    private static readonly ConcurrentDictionary<string, string> Prefixed = new(StringComparer.Ordinal);

    private readonly SqliteCommand _draft = new();
#pragma warning disable CA2213 // On loan: the connection disposes of it.
    private SqliteCommand? _statement;
#pragma warning restore CA2213

    [AllowNull]
    public override string CommandText { get => _draft.CommandText; set => _draft.CommandText = value; }

    public override int CommandTimeout { get => _draft.CommandTimeout; set => _draft.CommandTimeout = value; }

    public override CommandType CommandType { get => _draft.CommandType; set => _draft.CommandType = value; }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get => _draft.UpdatedRowSource; set => _draft.UpdatedRowSource = value; }

    protected override DbConnection? DbConnection { get => connection; set => throw new NotSupportedException(); }

    protected override DbParameterCollection DbParameterCollection => _draft.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() => _statement?.Cancel();

    public override int ExecuteNonQuery() => Statement().ExecuteNonQuery();

    public override object? ExecuteScalar() => Statement().ExecuteScalar();

    public override void Prepare() => Statement().Prepare();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
        Statement().ExecuteReader(behavior & ~CommandBehavior.CloseConnection);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            GiveBack();
            _draft.Dispose();
        }

        base.Dispose(disposing);
    }

    private SqliteCommand Statement()
    {
        if (_statement?.CommandText != _draft.CommandText)
        {
            GiveBack();
            _statement = connection.Take(_draft.CommandText);
        }

        _statement!.Parameters.Clear();
        foreach (SqliteParameter parameter in _draft.Parameters)
        {
            parameter.ParameterName = Prefixed.GetOrAdd(parameter.ParameterName, static name => name.StartsWith('@') ? name : "@" + name);
            _statement.Parameters.Add(parameter);
        }

        return _statement;
    }

    private void GiveBack()
    {
        if (_statement is { } statement)
        {
            connection.Return(statement);
            _statement = null;
        }
    }
}
