using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;

namespace ClaimTracker.Api.Commands;

/// <summary>serve: runs the API until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task RunAsync(ServiceSettings settings, bool demo, CancellationToken stop)
    {
        Task<string> mustEnd;
        await using (var app = await Service.StartAsync(settings, demo, TimeProvider.System))
        {
            mustEnd = app.Services.GetRequiredService<Db>().MustEnd;
            await Task.WhenAny(app.WaitForShutdownAsync(stop), mustEnd);
            if (mustEnd.IsCompleted)
            {
                await app.StopAsync(CancellationToken.None); // Answers what is under way.
            }
        }

        // The last writes are flushed when the database is closed.
        if (mustEnd.IsCompleted)
        {
            throw new DiskException(await mustEnd);
        }
    }
}
