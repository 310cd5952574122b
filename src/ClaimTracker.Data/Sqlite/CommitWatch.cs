using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClaimTracker.Data.Sqlite;

/// <summary>
/// Tells whether anybody has committed since: a connection of its own, to which the commits of all others show
/// (https://www.sqlite.org/pragma.html#pragma_data_version).
/// </summary>
internal sealed class CommitWatch : IDisposable
{
    private readonly Lock _turn = new();
    private readonly PreparingConnection _connection;
    private readonly sqlite3_stmt _version;

    public CommitWatch(string file)
    {
        _connection = SqliteConnections.OpenReader(file);
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(_connection.Inner.Handle, "pragma data_version", out _version), _connection.Inner.Handle);
    }

    /// <returns>The number; null where it cannot be told.</returns>
    public long? Read()
    {
        lock (_turn)
        {
            long? version = raw.sqlite3_step(_version) == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_version, 0) : null;
            raw.sqlite3_reset(_version);
            return version;
        }
    }

    public void Dispose()
    {
        lock (_turn)
        {
            _version.Dispose();
            _connection.Dispose();
        }
    }
}
