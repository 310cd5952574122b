using System.Globalization;
using System.Threading.RateLimiting;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Problems;

namespace ClaimTracker.Api.Platform.Doors;

/// <summary>How much one caller may ask for in a minute, and how many exports run at once. Each answer says what is left (draft-ietf-httpapi-ratelimit-headers).</summary>
internal sealed class RateLimits(RateLimitSettings settings, TimeProvider time, ILogger<RateLimits> log) : IDisposable
{
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
            Require(http, Policy.Address, _addresses.Take(ClientAddress.Of(http)), actor: null);
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

    /// <summary>Counts a request with a valid key, by the key; one with a token, by the user.</summary>
    /// <exception cref="ProblemException">429.</exception>
    public void CountActor(HttpContext http, Actor actor, string key)
    {
        if (settings.Enabled)
        {
            _proven.Add(ClientAddress.Of(http), key);
            var (policy, id) = actor.KeyId is { } keyId ? (Policy.Key, keyId) : (Policy.User, actor.UserId!.Value);
            Require(http, policy, _keys.Take(string.Create(CultureInfo.InvariantCulture, $"{policy} {id}")), actor.Name);
        }
    }

    /// <summary>Runs an export, or refuses it where as many run as may.</summary>
    /// <exception cref="ProblemException">429.</exception>
    public async Task ExportAsync(Func<Task> export)
    {
        using var place = settings.Enabled ? _exports.AttemptAcquire() : null;
        if (place is { IsAcquired: false })
        {
            throw new ProblemException(ProblemType.RateLimited, $"{settings.Exports} exports are running, and no more run at once.") { RetryAfter = SecondsForExport };
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
                log.RateLimited(actor ?? ReservedNames.Nobody, ClientAddress.Of(http), policy, http.TraceIdentifier); // Once a minute: a flood does not flood the log.
            }

            throw new ProblemException(ProblemType.RateLimited, policy == Policy.Address
                ? $"Without a valid key {allowance.Limit:N0} requests a minute are answered to one address."
                : $"{allowance.Limit:N0} requests a minute are answered to one {policy}.")
            {
                RetryAfter = allowance.Seconds,
            };
        }
    }

    private static class Policy
    {
        public const string Key = "key";
        public const string User = "user";
        public const string Address = "address";
    }
}

/// <param name="Enabled">Whether there are any.</param>
/// <param name="PerKey">Requests in a minute with one key, or of one user with tokens.</param>
/// <param name="PerAddress">Requests in a minute from one address without a valid key.</param>
/// <param name="Exports">Exports that run at once.</param>
internal sealed record RateLimitSettings(bool Enabled, int PerKey, int PerAddress, int Exports);
