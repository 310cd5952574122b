namespace ClaimTracker.Api.Domain.History;

/// <summary>Writes a checkpoint to the file of the day: at the start, at midnight (UTC) and at the stop.</summary>
internal sealed class CheckpointFiles(Checkpoints checkpoints, TimeProvider time, ILogger<CheckpointFiles> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(CancellationToken.None); // Not cancelled: slow requests may have used up the time, and this is short.
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // The cancellation is not thrown: when a start fails, the host would log it as an error of this service.
            var now = time.GetUtcNow().UtcDateTime;
            await Task.Delay(now.Date.AddDays(1) - now, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await WriteAsync(stoppingToken);
        }
    }

    // A day without its file is better than a service that stops.
    private async Task WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await checkpoints.WriteFileAsync(cancellation);
        }
#pragma warning disable CA1031 // Whatever failed, the service goes on.
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.CheckpointUnwritten(failed);
        }
    }
}
