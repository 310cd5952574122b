using System.Threading.RateLimiting;

namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// Places for work that runs side by side: so many for each pool of callers, of which one caller has at most half. Callers of one pool
/// never take the places of another.
/// </summary>
internal sealed class Places : IDisposable
{
    private const int Waiting = 1_000;

    private readonly PartitionedRateLimiter<PlaceOf> _places;

    /// <param name="places">Places of a pool.</param>
    /// <param name="waits">Whether callers wait for a place, or are refused.</param>
    public Places(int places, bool waits)
    {
        var queue = waits ? Waiting : 0;
        _places = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<PlaceOf, PlaceOf>(caller =>
                RateLimitPartition.GetConcurrencyLimiter(caller, _ => Options((places + 1) / 2, queue))),
            PartitionedRateLimiter.Create<PlaceOf, string>(caller =>
                RateLimitPartition.GetConcurrencyLimiter(caller.Pool, _ => Options(places, queue))));
    }

    /// <returns>Null if there is no place. Dispose of it to leave the place.</returns>
    public async Task<IDisposable?> EnterAsync(PlaceOf caller, CancellationToken cancellation)
    {
        var lease = await _places.AcquireAsync(caller, 1, cancellation);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    public void Dispose() => _places.Dispose();

    private static ConcurrencyLimiterOptions Options(int places, int queue) =>
        new() { PermitLimit = places, QueueLimit = queue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };
}

/// <param name="Pool">The callers that share places, such as the desk or the public.</param>
/// <param name="Holder">One of these callers.</param>
internal sealed record PlaceOf(string Pool, string Holder);
