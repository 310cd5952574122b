using System.Threading.RateLimiting;

namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// Bounds the memory that large requests and answers take together, whatever their number. They wait for their share, each in its
/// turn; small ones never do.
/// </summary>
internal sealed class MemoryGate : IDisposable
{
    /// <summary>What takes no more is not counted.</summary>
    public const int FreeBytes = 4 * 1024 * 1024;

    private const long MaxBudget = 384L * 1024 * 1024;
    private const long LargeBytes = 64L * 1024 * 1024;
    private const int UnitBytes = 1024;
    private const int RetrySeconds = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly long _available;
    private readonly int _units;
    private readonly ConcurrencyLimiter _limiter;

    public MemoryGate()
        : this(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)
    {
    }

    /// <param name="available">Bytes that the process may use: of the machine, its container or its heap.</param>
    public MemoryGate(long available)
    {
        _available = available;
        _units = (int)(Math.Min(MaxBudget, available * 2 / 5) / UnitBytes);
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = _units,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Waits until there is memory for a piece of work.</summary>
    /// <param name="bytes">What it takes, by a safe estimate.</param>
    /// <param name="cancellation">Ends the wait when nobody waits for the answer.</param>
    /// <returns>Dispose of it when the memory is free again.</returns>
    /// <exception cref="ProblemException">503: there is none in time, or never will be.</exception>
    public async Task<IDisposable> EnterAsync(long bytes, CancellationToken cancellation)
    {
        if (bytes <= FreeBytes)
        {
            return NoLease.Instance;
        }

        if (bytes > _available)
        {
            throw new ProblemException(
                ProblemType.Unavailable, "This service has not the memory for something of this size: its operator can give it more.");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var lease = await _limiter.AcquireAsync((int)Math.Min(bytes / UnitBytes, _units), patience.Token);
            ClearFor(bytes);
            return lease;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ProblemException(ProblemType.Unavailable, "Other large requests take the memory just now: try again.")
            {
                RetryAfter = RetrySeconds,
            };
        }
    }

    public void Dispose() => _limiter.Dispose();

    // The collector leaves large objects for later. What the request before this one has left is as much again.
    private static void ClearFor(long bytes)
    {
        if (bytes >= LargeBytes && GC.GetTotalMemory(forceFullCollection: false) >= LargeBytes)
        {
            GC.Collect();
        }
    }

    private sealed class NoLease : IDisposable
    {
        public static readonly NoLease Instance = new();

        public void Dispose()
        {
        }
    }
}

/// <summary>The share of the memory that a request holds, until its answer is ready to be sent.</summary>
internal static class MemoryShare
{
    /// <summary>Takes a share for a request. It is given back when the answer is sent, however slowly a client reads that.</summary>
    public static async Task TakeAsync(HttpContext http, long bytes)
    {
        var gate = http.RequestServices.GetRequiredService<MemoryGate>();
        var share = await gate.EnterAsync(bytes, http.RequestAborted);
        http.Response.RegisterForDispose(share); // A lease may be disposed of twice.
        http.Features.Set(new Held(share));
    }

    public static void GiveBack(HttpContext http) => http.Features.Get<Held>()?.Share.Dispose();

    private sealed record Held(IDisposable Share);
}
