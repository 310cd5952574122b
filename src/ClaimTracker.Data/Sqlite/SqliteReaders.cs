using System.Collections.Concurrent;

namespace ClaimTracker.Data.Sqlite;

/// <summary>Read-only connections that stay open and are lent out one read at a time.</summary>
internal sealed class SqliteReaders(string file) : IAsyncDisposable
{
    /// <summary>More readers than this wait: each holds a page cache, and more do not read faster.</summary>
    private const int MaxConnections = 32;

    /// <summary>How long the end waits for reads that go on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

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

    /// <summary>Waits until every connection was given back, within reason, and closes them.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            for (var place = 0; place < MaxConnections; place++)
            {
                await _places.WaitAsync(patience.Token);
            }

            _places.Dispose();
        }
        catch (OperationCanceledException)
        {
            // What still reads keeps its connection. The WAL stays beside the file then, with nothing lost.
        }

        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
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
