namespace ClaimTracker.Api.Host;

/// <summary>
/// A graceful stop, on SIGTERM and SIGINT: no new connection is taken, requests that were begun end within a time, then the
/// database is closed (the write queue is emptied, the WAL folded), and last the stop is marked as clean.
/// </summary>
internal static class Shutdown
{
    public static void Configure(IServiceCollection services) =>
        services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(HttpLimits.StopSeconds));

    /// <summary>The container closes in the reverse order of making: the run is made first, and closed last.</summary>
    public static void Arrange(WebApplication app)
    {
        var run = app.Services.GetRequiredService<ServiceRun>();
        _ = app.Services.GetRequiredService<Db>();
        app.Lifetime.ApplicationStopping.Register(run.Stopping);
    }
}
