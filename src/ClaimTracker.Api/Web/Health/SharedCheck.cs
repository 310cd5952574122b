using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClaimTracker.Api.Web.Health;

/// <summary>A check whose callers share one look: a stranger cannot make work by asking often.</summary>
/// <param name="look">Finds out: null where all is well, or a sentence that says what is wrong.</param>
internal sealed class SharedCheck(Func<Task<string?>> look) : IHealthCheck
{
    private readonly Lock _gate = new();
    private Task<string?>? _running;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await LookAsync() is { } wrong ? HealthCheckResult.Unhealthy(wrong) : HealthCheckResult.Healthy();

    /// <summary>Null where all is well, or a sentence that says what is wrong.</summary>
    public Task<string?> LookAsync()
    {
        lock (_gate)
        {
            return _running is { IsCompleted: false } running ? running : _running = Task.Run(look);
        }
    }
}
