using System.Threading.RateLimiting;
using ClaimTracker.Api.Web.Logs;

namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// Limits the requests of one caller a minute, and the exports that run at the same time. Each answer says what is left
/// (draft-ietf-httpapi-ratelimit-headers).
/// </summary>
internal sealed class RateLimits(RateLimitSettings settings, TimeProvider time, ILogger<RateLimits> log) : IDisposable
{
    private const string AddressPolicy = "address";
    private const int SecondsForExport = 5;

    private readonly MinuteCounts _keys = new(settings.PerKey, time);
    private readonly MinuteCounts _addresses = new(settings.PerAddress, time);
    private readonly ProvenKeys _proven = new(time);
    private readonly ConcurrencyLimiter _exports = new(new ConcurrencyLimiterOptions { PermitLimit = settings.Exports, QueueLimit = 0 });

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
            Require(http, caller.Policy, _keys.Take($"{caller.Policy} {caller.Id}"), name);
        }
    }

    /// <summary>Runs an export, or refuses it where as many run as may.</summary>
    /// <exception cref="ProblemException">429.</exception>
    public async Task ExportAsync(Func<Task> export)
    {
        using var place = settings.Enabled ? _exports.AttemptAcquire() : null;
        if (place is { IsAcquired: false })
        {
            throw new ProblemException(
                ProblemType.RateLimited, $"{settings.Exports} exports are running, and no more than that run side by side.")
            {
                RetryAfter = SecondsForExport,
            };
        }

        await export();
    }

    public void Dispose() => _exports.Dispose();

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
/// <param name="Exports">Exports that run at once.</param>
internal sealed record RateLimitSettings(bool Enabled, int PerKey, int PerAddress, int Exports);
