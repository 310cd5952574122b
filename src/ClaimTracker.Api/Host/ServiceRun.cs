using ClaimTracker.Api.Web.Health;
using System.Diagnostics;

namespace ClaimTracker.Api.Host;

/// <summary>
/// One run of the service, from its start to its stop. The container closes it after the database: a stop is clean when the
/// database was closed before, with every write that was accepted in it.
/// </summary>
internal sealed class ServiceRun(DataFolderLock? folder, Db db, ServiceState state, TimeProvider time, ILogger<ServiceRun> log)
    : IDisposable
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private bool _running;

    /// <summary>Called when the service is about to answer.</summary>
    public void Begin()
    {
        _running = true;
        if (folder is not null)
        {
            WarnOfOthers(folder.Folder);
            if (folder.UncleanStop)
            {
                state.Verifying();
            }

            folder.MarkRunning(time.GetUtcNow());
        }
    }

    /// <summary>Called when it answers.</summary>
    public void Started(string addresses, string engine) =>
        log.Started(addresses, engine, (long)Stopwatch.GetElapsedTime(_began).TotalMilliseconds);

    /// <summary>Called when it was told to stop.</summary>
    public void Stopping()
    {
        state.Stop();
        log.Stopping(HttpLimits.StopSeconds);
    }

    public void Dispose()
    {
        if (_running)
        {
            // What was not looked at to the end, or is broken, is looked at again on the next start. Db is closed, and still knows.
            var clean = state.History is null && db.WritesStopped is null;
            if (clean)
            {
                folder?.MarkStopped();
            }

            log.Stopped(clean);
        }

        folder?.Dispose();
    }

    private void WarnOfOthers(DataFolder data)
    {
        foreach (var (path, mode) in data.OpenToOthers())
        {
            log.OpenToOthers(path, mode);
        }
    }
}
