using System.Data.Common;
using Dapper;

namespace ClaimTracker.Data;

/// <summary>A read transaction: queries through Dapper, bound to its connection, transaction and cancellation.</summary>
public class ReadTx
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly CancellationToken _cancellation;

    internal ReadTx(DbConnection connection, DbTransaction transaction, Dialect dialect, CancellationToken cancellation)
    {
        _connection = connection;
        _transaction = transaction;
        _cancellation = cancellation;
        Dialect = dialect;
    }

    /// <summary>The engine in use.</summary>
    public Dialect Dialect { get; }

    /// <summary>All rows of a query. The query bounds their number.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? parameters = null) =>
        (await _connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>The first row, or null (the default of a value type) when there is none.</summary>
    public Task<T?> FirstAsync<T>(string sql, object? parameters = null) =>
        _connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>The one row that must be there.</summary>
    public Task<T> SingleAsync<T>(string sql, object? parameters = null) =>
        _connection.QuerySingleAsync<T>(Command(sql, parameters));

    /// <summary>Whether the query gives any row.</summary>
    public async Task<bool> AnyAsync(string sql, object? parameters = null) =>
        await _connection.ExecuteScalarAsync(Command(sql, parameters)) is not null;

    /// <summary>A raw reader, for exports, which cannot afford an object per row.</summary>
    public Task<DbDataReader> ReaderAsync(string sql, object? parameters = null) =>
        _connection.ExecuteReaderAsync(Command(sql, parameters));

    private protected CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, _transaction, cancellationToken: _cancellation);

    private protected DbConnection Connection => _connection;
}
