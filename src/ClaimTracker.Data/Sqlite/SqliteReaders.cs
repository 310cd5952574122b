using System.Collections.Concurrent;

namespace ClaimTracker.Data.Sqlite;

/// <summary>Read-only connections that stay open and are lent out one read at a time.</summary>
internal sealed class SqliteReaders(string file) : IDisposable
{
    /// <summary>More readers than this wait: each holds a page cache, and more do not read faster.</summary>
    private const int MaxConnections = 32;

    private readonly ConcurrentBag<PreparingConnection> _idle = [];
    private readonly SemaphoreSlim _places = new(MaxConnections);

    public async Task<Lease> RentAsync(CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            return new Lease(this, _idle.TryTake(out var idle) ? idle : SqliteConnections.OpenReader(file));
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }

        _places.Dispose();
    }

    internal readonly struct Lease(SqliteReaders owner, PreparingConnection connection) : IDisposable
    {
        public PreparingConnection Connection { get; } = connection;

        public void Dispose()
        {
            owner._idle.Add(Connection);
            owner._places.Release();
        }
    }
}
