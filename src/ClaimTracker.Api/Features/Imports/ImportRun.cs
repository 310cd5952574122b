using ClaimTracker.Api.Domain.Archives;
using ClaimTracker.Api.Domain.Search;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>Carries out one import, for the service and for the command line.</summary>
/// <param name="db">The database.</param>
/// <param name="log">Told of failures.</param>
/// <param name="open">Opens the file of an import.</param>
internal sealed class ImportRun(Db db, ILogger log, Func<ImportRow, Stream> open)
{
    /// <summary>Told of the lines that are done.</summary>
    public Action<long> Progress { get; init; } = static _ => { };

    /// <summary>Called when the history has become another.</summary>
    public Func<Task> Replaced { get; init; } = static () => Task.CompletedTask;

    /// <summary>Runs it to its end, from where it stands.</summary>
    /// <exception cref="OperationCanceledException">It was stopped: what is done is kept, and it goes on from there.</exception>
    public async Task RunAsync(ImportRow import, CancellationToken cancellation)
    {
        await db.WriteAsync(tx => DoneAsync(ImportWriter.BeginAsync(tx, import.Id)));
        try
        {
            await (import.Format == ImportFormat.Archive
                ? RunArchiveAsync(import, cancellation)
                : new RowImport(db, log, import, Progress).RunAsync(open(import), cancellation));
            await EndAsync(import, ImportState.Done, problem: null);
        }
        catch (ArchiveException refused)
        {
            await EndAsync(import, ImportState.Refused, new ImportProblem(refused.Line, refused.Problem));
        }
        catch (RowsRefusedException refused)
        {
            var isKept = !import.DryRun && (await db.ReadAsync(tx => ImportReader.FindAsync(tx, import.Id), cancellation))!.Made > 0;
            await (isKept
                ? EndAsync(import, ImportState.Failed, new ImportProblem(refused.Line, $"{refused.Message} Rows before it were kept."))
                : EndAsync(import, ImportState.Refused, new ImportProblem(refused.Line, refused.Message)));
        }
#pragma warning disable CA1031 // Whatever it is, the import says so, and the next one runs.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.ImportFailed(import.Id, failure);
            var problem = failure is ProblemException known ? known.Message : DbProblems.Of(failure).Message;
            await EndAsync(import, ImportState.Failed, new ImportProblem(null, problem));
        }
    }

    // Its rows are kept with its counts. The search index is made afterwards: a start does that too, if this process does not get to it.
    private async Task RunArchiveAsync(ImportRow import, CancellationToken cancellation)
    {
        if (import.Lines == 0)
        {
            try
            {
                await ArchiveImport.RunAsync(
                    db,
                    import.CreatedBy,
                    () => open(import),
                    async (tx, archive) =>
                    {
                        await ImportWriter.ProgressAsync(tx, import.Id, CountsOf(archive));
                        if (import.DryRun)
                        {
                            throw new TriedOutException(archive);
                        }
                    },
                    Progress,
                    cancellation);
            }
            catch (TriedOutException tried)
            {
                await db.WriteAsync(tx => DoneAsync(ImportWriter.ProgressAsync(tx, import.Id, CountsOf(tried.Archive))));
                return;
            }
        }

        if (!import.DryRun)
        {
            await Replaced();
            await SearchFill.RunAsync(db, cancellation);
        }
    }

    private static ImportCounts CountsOf(CheckedArchive archive) =>
        new(archive.Lines, archive.Manifest.Tables.Values.Sum(), Unchanged: 0, Refused: 0, Noted: 0);

    private Task<bool> EndAsync(ImportRow import, ImportState state, ImportProblem? problem) =>
        db.WriteAsync(tx => DoneAsync(ImportWriter.EndAsync(tx, import.Id, state, problem)));

    private static async Task<bool> DoneAsync(Task write)
    {
        await write;
        return true;
    }

    /// <summary>Undoes an import that was only to be tried out.</summary>
    private sealed class TriedOutException(CheckedArchive archive) : Exception("It was tried out.")
    {
        public CheckedArchive Archive => archive;
    }
}
