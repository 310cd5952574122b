using System.Data.Common;

namespace ClaimTracker.Data;

/// <summary>
/// A connection with its open transaction, if it has one. Disposing of it undoes what was not committed, and gives the connection back.
/// </summary>
internal sealed class Session(DbConnection connection, DbTransaction? transaction, IDisposable? lease = null) : IAsyncDisposable
{
    private readonly List<(string Sql, object Row)> _later = [];

    public DbConnection Connection => connection;

    public DbTransaction? Transaction => transaction;

    /// <summary>
    /// Keeps a statement for later: for the next trip, with others, or at the latest for the commit. Nothing but its failure is told.
    /// </summary>
    public void Later(string sql, IEnumerable<object> rows) => _later.AddRange(rows.Select(row => (sql, row)));

    /// <summary>Runs what was kept for later, in its order.</summary>
    /// <returns>Whether there was anything.</returns>
    public async ValueTask<bool> FlushAsync()
    {
        if (_later.Count == 0)
        {
            return false;
        }

        (string Sql, object Row)[] kept = [.. _later];
        _later.Clear();
        await Batches.RunAsync(this, kept);
        return true;
    }

    public async Task CommitAsync()
    {
        await FlushAsync();
        await transaction!.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }
        }
        finally
        {
            lease?.Dispose();
        }
    }
}
