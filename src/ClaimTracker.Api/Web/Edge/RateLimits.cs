using ClaimTracker.Api.Web.Logs;

namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// Limits the requests of one caller a minute and their cost, and the heavy work that runs at the same time. Each answer says what is left
/// (draft-ietf-httpapi-ratelimit-headers).
/// </summary>
internal sealed class RateLimits(RateLimitSettings settings, TimeProvider time, ILogger<RateLimits> log) : IDisposable
{
    private const string AddressPolicy = "address";
    private const string CostPolicy = "cost";
    private const int SecondsForPlace = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly MinuteCounts _keys = new(settings.PerKey, time);
    private readonly MinuteCounts _addresses = new(settings.PerAddress, time);
    private readonly ProvenKeys _proven = new(time);
    private readonly MinuteCounts _costs = new(settings.CostPerKey, time);
    private readonly Places _exports = new(settings.Exports, waits: false);
    private readonly Places _streams = new(HttpLimits.ConcurrentStreams, waits: false);
    private readonly Places _work = new(2 * Environment.ProcessorCount, waits: true);

    /// <summary>Counts a request without a valid key, by where it comes from.</summary>
    /// <exception cref="ProblemException">429.</exception>
    public void CountStranger(HttpContext http)
    {
        if (settings.Enabled)
        {
            Require(http, AddressPolicy, _addresses.Take(ClientAddress.Of(http)), actor: null);
        }
    }

    /// <summary>Goes before a key is looked up: an address that has used up what it may do without one does not go on guessing.</summary>
    /// <exception cref="ProblemException">429.</exception>
    public void RefuseGuess(HttpContext http, string key)
    {
        if (settings.Enabled && _addresses.Look(ClientAddress.Of(http)).Left <= 0 && !_proven.Contains(ClientAddress.Of(http), key))
        {
            CountStranger(http);
        }
    }

    /// <summary>Counts a request that was let in.</summary>
    /// <param name="http">The request.</param>
    /// <param name="caller">The kind of count, such as key or user, and the id that is counted.</param>
    /// <param name="name">The name of the sender, for the log.</param>
    /// <param name="key">The key or token that the request came with.</param>
    /// <exception cref="ProblemException">429.</exception>
    public void CountActor(HttpContext http, (string Policy, string Id) caller, string name, string key)
    {
        if (settings.Enabled)
        {
            _proven.Add(ClientAddress.Of(http), key);
            var id = $"{caller.Policy} {caller.Id}";
            var requests = _keys.Take(id);
            var cost = _costs.Take(id, HeavyRoute.CostOf(http));
            if (requests.Left >= 0 && cost.Left < 0)
            {
                Require(http, CostPolicy, cost, name);
            }

            Require(http, caller.Policy, requests, name);
        }
    }

    /// <summary>Runs heavy work when there is a place for it.</summary>
    /// <param name="kind">The kind of work.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="run">The work.</param>
    /// <param name="cancellation">Ends the wait for a place.</param>
    /// <exception cref="ProblemException">
    /// 429: as many exports run, or streams are open, as may. 503: no place became free in time.
    /// </exception>
    public async Task RunHeavyAsync(Heavy kind, PlaceOf caller, Func<Task> run, CancellationToken cancellation)
    {
        if (!settings.Enabled)
        {
            await run();
            return;
        }

        using var place = kind switch
        {
            Heavy.Export => await _exports.EnterAsync(caller, cancellation),
            Heavy.Stream => await _streams.EnterAsync(caller, cancellation),
            _ => await WaitAsync(caller, cancellation),
        };
        if (place is null)
        {
            var (type, why) = kind switch
            {
                Heavy.Export => (ProblemType.RateLimited, "As many exports are running as may run side by side."),
                Heavy.Stream => (ProblemType.RateLimited, "As many streams are open as may be open side by side."),
                _ => (ProblemType.Unavailable, "The service is busy with other heavy requests. Nothing was done: try again."),
            };
            throw new ProblemException(type, why) { RetryAfter = SecondsForPlace };
        }

        await run();
    }

    public void Dispose()
    {
        _exports.Dispose();
        _streams.Dispose();
        _work.Dispose();
    }

    private async Task<IDisposable?> WaitAsync(PlaceOf caller, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await _work.EnterAsync(caller, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Require(HttpContext http, string policy, Allowance allowance, string? actor)
    {
        // When the answer starts, since an error clears the headers that were set before it.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["RateLimit-Policy"] = $"\"{policy}\";q={allowance.Limit};w={MinuteCounts.Seconds}";
            http.Response.Headers["RateLimit"] = $"\"{policy}\";r={Math.Max(0, allowance.Left)};t={allowance.Seconds}";
            return Task.CompletedTask;
        });
        if (allowance.Left < 0)
        {
            if (allowance.Left == -1)
            {
                // Once a minute: a flood does not flood the log.
                log.RateLimited(actor ?? RequestLog.Nobody, ClientAddress.Of(http), policy, http.TraceIdentifier);
            }

            throw new ProblemException(ProblemType.RateLimited, policy == AddressPolicy
                ? $"Requests without a valid key are limited to {allowance.Limit:N0} a minute per address."
                : policy == CostPolicy ? $"Heavy requests are limited: they have cost more than {allowance.Limit:N0} in this minute."
                : $"Requests are limited to {allowance.Limit:N0} a minute per {policy}.")
            {
                RetryAfter = allowance.Seconds,
            };
        }
    }
}

/// <param name="Enabled">Whether there are any.</param>
/// <param name="PerKey">Requests in a minute with one key, or of one user with tokens.</param>
/// <param name="PerAddress">Requests in a minute from one address without a valid key.</param>
/// <param name="Exports">Exports that run at once, of the public, of readers and of the desk each.</param>
/// <param name="CostPerKey">Cost of the requests in a minute with one key, or of one user with tokens.</param>
internal sealed record RateLimitSettings(bool Enabled, int PerKey, int PerAddress, int Exports, int CostPerKey);
