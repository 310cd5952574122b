namespace ClaimTracker.Api.Domain.History;

/// <summary>Writes a checkpoint into the file of the day: at the start, at midnight (UTC), and when the service is told to stop.</summary>
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
        await WriteAsync(CancellationToken.None); // Requests that do not end may have used up the time: this is short.
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // Not thrown: a start that is refused stops what has begun, and the host would log that as an error of ours.
            var now = time.GetUtcNow().UtcDateTime;
            await Task.Delay(now.Date.AddDays(1) - now, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await WriteAsync(stoppingToken);
        }
    }

    // A day without its file is better than a service that stands still.
    private async Task WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await checkpoints.WriteFileAsync(cancellation);
        }
#pragma warning disable CA1031 // Whatever it is, the service goes on.
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.CheckpointUnwritten(failed);
        }
    }
}
