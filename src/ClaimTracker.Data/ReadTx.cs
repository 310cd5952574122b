using System.Data.Common;
using ClaimTracker.Data.Copying;
using Dapper;

namespace ClaimTracker.Data;

/// <summary>A read transaction: queries through Dapper, bound to its connection, transaction and cancellation.</summary>
public class ReadTx
{
    private readonly Engine _engine;
    private readonly CancellationToken _cancellation;

    internal ReadTx(Session session, Engine engine, CancellationToken cancellation)
    {
        Session = session;
        _engine = engine;
        _cancellation = cancellation;
    }

    private protected ReadTx(ReadTx same)
        : this(same.Session, same._engine, same._cancellation)
    {
    }

    /// <summary>The engine in use.</summary>
    public Dialect Dialect => _engine.Dialect;

    /// <summary>All rows of a query. The query bounds their number.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? parameters = null) =>
        (await Connection.QueryAsync<T>(await ReadyAsync(sql, parameters))).AsList();

    /// <summary>The first row, or null (the default of a value type) when there is none.</summary>
    public async Task<T?> FirstAsync<T>(string sql, object? parameters = null) =>
        await Connection.QueryFirstOrDefaultAsync<T>(await ReadyAsync(sql, parameters));

    /// <summary>The one row that must be there.</summary>
    public async Task<T> SingleAsync<T>(string sql, object? parameters = null) =>
        await Connection.QuerySingleAsync<T>(await ReadyAsync(sql, parameters));

    /// <summary>Whether the query gives any row.</summary>
    public async Task<bool> AnyAsync(string sql, object? parameters = null) =>
        await Connection.ExecuteScalarAsync(await ReadyAsync(sql, parameters)) is not null;

    /// <summary>
    /// All rows of a query as values, past Dapper, which makes an object of each: for files of many rows. The query bounds their number.
    /// </summary>
    /// <returns>The values of each row, in the one form that both engines give: a whole number, a number, text, or null.</returns>
    public async Task<IReadOnlyList<object?[]>> RowsAsync(string sql, object parameters)
    {
        var rows = new List<object?[]>();
        await ForEachRowAsync(sql, parameters, (_, values) => rows.Add([.. values]));
        return rows;
    }

    /// <summary>Goes through the rows of several queries, which one trip sends, without keeping any.</summary>
    /// <param name="sql">The queries, parted by a semicolon.</param>
    /// <param name="parameters">Of all of them.</param>
    /// <param name="row">
    /// Takes the number of the query and the values of a row, each in the one form that both engines give: a whole number, a number,
    /// text, or null. The values are good until the next row.
    /// </param>
    public async Task ForEachRowAsync(string sql, object parameters, Action<int, object?[]> row)
    {
        await using var reader = await Connection.ExecuteReaderAsync(await ReadyAsync(sql, parameters));
        var query = 0;
        do
        {
            var values = new object?[reader.FieldCount];
            while (await reader.ReadAsync(_cancellation))
            {
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = PlainValues.Of(reader.GetValue(i));
                }

                row(query, values);
            }

            query++;
        }
        while (await reader.NextResultAsync(_cancellation));
    }

    /// <summary>Reads the catalogue and, in a write, writes whole tables.</summary>
    internal virtual BulkWriter Bulk() => _engine.Bulk(Session);

    /// <summary>The connection, and the transaction on it.</summary>
    internal (DbConnection Connection, DbTransaction? Transaction) Place => (Connection, Session.Transaction);

    private protected Session Session { get; }

    private protected DbConnection Connection => Session.Connection;

    /// <summary>A command that runs after all that was kept for later.</summary>
    private protected async ValueTask<CommandDefinition> ReadyAsync(string sql, object? parameters)
    {
        if (await Session.FlushAsync())
        {
            _engine.Count();
        }

        return Command(sql, parameters);
    }

    private protected virtual CommandDefinition Command(string sql, object? parameters)
    {
        _engine.Count();
        return new(Dialect.Spell(sql), parameters, Session.Transaction, cancellationToken: _cancellation);
    }
}
