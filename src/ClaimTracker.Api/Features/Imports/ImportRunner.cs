using System.Threading.Channels;
using ClaimTracker.Api.Domain.Archives;
using ClaimTracker.Api.Domain.Matching;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>
/// Runs the imports that wait, one after the other. One that a process did not end goes on at the next start, from the last rows that were
/// kept.
/// </summary>
internal sealed class ImportRunner(
    Db db, WorkFiles files, MatchIndex index, ReviewIndex reviews, TimeProvider time, ILogger<ImportRunner> log) : BackgroundService
{
    /// <summary>How long the file of an import may be with another replica.</summary>
    private static readonly TimeSpan LongestElsewhere = TimeSpan.FromDays(1);

    /// <summary>Between two looks for imports that nobody has told of: after a failure, or of another replica.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private bool _isFirst = true;

    /// <summary>Says that an import waits.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = time.CreateTimer(_ => Wake(), null, Pause, Pause);
        Wake();
        try
        {
            while (await _wake.Reader.WaitToReadAsync(stoppingToken))
            {
                _wake.Reader.TryRead(out _);
                await TryRunAllAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops. What is not at its end goes on with the next start.
        }
    }

    private async Task TryRunAllAsync(CancellationToken stopping)
    {
        try
        {
            if (_isFirst)
            {
                _isFirst = false; // Later, a file may be of an import that is being handed in.
                var left = await db.ReadAsync(ImportReader.ToDoAsync, stopping);
                files.Clear(left.Select(static import => import.File).ToHashSet(StringComparer.Ordinal));
            }

            await RunAllAsync(stopping);
        }
#pragma warning disable CA1031 // The database may be back in a minute.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.ImportsStopped(failure);
        }
    }

    private async Task RunAllAsync(CancellationToken stopping)
    {
        foreach (var import in await db.ReadAsync(ImportReader.ToDoAsync, stopping))
        {
            var isOfCommand = Path.IsPathRooted(import.File);
            if (!isOfCommand && File.Exists(files.PathOf(import.File)))
            {
                var run = new ImportRun(db, log, row => File.OpenRead(files.PathOf(row.File)))
                {
                    Replaced = async () =>
                    {
                        await index.ForgetAsync(stopping);
                        await reviews.ForgetAsync(stopping);
                    },
                };
                await run.RunAsync(import, stopping);
                files.Remove(import.File);
            }
            else if (db.Stamp() is not null || import.CreatedAt < time.GetUtcNow() - LongestElsewhere)
            {
                // Nobody else works on a database file. One on a server has replicas, each with a folder of its own.
                await FailAsync(import, isOfCommand ? "The command line that ran it was ended." : "Its file is gone: hand it in again.");
            }
        }
    }

    private Task<bool> FailAsync(ImportRow import, string why) => db.WriteAsync(async tx =>
    {
        await ImportWriter.EndAsync(tx, import.Id, ImportState.Failed, new ImportProblem(import.Lines == 0 ? null : import.Lines, why));
        return true;
    });
}
