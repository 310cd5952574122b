using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClaimTracker.Api.Web.Health;

/// <summary>
/// Whether the service is ready, as it was found a moment ago: for a page that anybody may ask for. Probes look each time.
/// </summary>
internal sealed class RecentReadiness(HealthCheckService checks, TimeProvider time)
{
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private (long Since, Task<bool> Found)? _last;

    public Task<bool> LookAsync()
    {
        lock (_gate)
        {
            if (_last is not { } last || time.GetElapsedTime(last.Since) > Recent)
            {
                _last = (time.GetTimestamp(), Task.Run(LookNowAsync));
            }

            return _last.Value.Found;
        }
    }

    private async Task<bool> LookNowAsync() => (await checks.CheckHealthAsync()).Status == HealthStatus.Healthy;
}
