using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>Imports rows in groups, each in a transaction that also keeps how far the import is; or all in one.</summary>
/// <param name="db">The database.</param>
/// <param name="log">Told of what was written.</param>
/// <param name="import">The import.</param>
/// <param name="progress">Told of the lines that are done.</param>
internal sealed class RowImport(Db db, ILogger log, ImportRow import, Action<long> progress)
{
    /// <summary>Rows in one transaction.</summary>
    private const int RowsAtOnce = 1_000;

    private readonly Headings _headings = new(Mapping(import.Mapping));
    private readonly Tally _all = new(import);

    /// <summary>Goes on after the last line that is done.</summary>
    /// <exception cref="RowsRefusedException">It cannot be imported; of an atomic import nothing is kept.</exception>
    public async Task RunAsync(Stream file, CancellationToken cancellation)
    {
        await using (file)
        {
            var actor = await ActorAsync(cancellation);
            var rows = ImportItems.ReadAsync(import, file, _headings, cancellation);
            await (import.Atomic ? RunAtOnceAsync(actor, rows, cancellation) : RunInGroupsAsync(actor, rows, cancellation));
        }
    }

    private async Task RunInGroupsAsync(Actor actor, IAsyncEnumerable<ImportItem> rows, CancellationToken cancellation)
    {
        await foreach (var group in rows.Chunk(RowsAtOnce).WithCancellation(cancellation))
        {
            Prepare(group);
            var notes = _headings.TakeUnknown();
            var tally = await ChangeRunner.RunAsync(db, log, actor, async change =>
            {
                var taken = import.DryRun
                    ? await change.TryOutAsync(() => TakeAsync(change, group, notes))
                    : await TakeAsync(change, group, notes);
                await taken.WriteAsync(change, import.Id);
                return taken;
            });
            _all.Take(tally);
            progress(tally.Lines);
        }
    }

    private async Task RunAtOnceAsync(Actor actor, IAsyncEnumerable<ImportItem> rows, CancellationToken cancellation)
    {
        var all = await rows.Take(Limits.AtomicRows + 1).ToListAsync(cancellation);
        if (all.Count > Limits.AtomicRows)
        {
            throw new RowsRefusedException(
                all[^1].Line, $"An import of all rows or none has at most {Limits.AtomicRows:N0}: split the file, or leave out atomic.");
        }

        Prepare(all);
        var notes = _headings.TakeUnknown();
        Tally? refused = null;
        try
        {
            await ChangeRunner.RunAsync(db, log, actor, async change =>
            {
                var taken = import.DryRun
                    ? await change.TryOutAsync(() => TakeAsync(change, all, notes))
                    : await TakeAsync(change, all, notes);
                refused = taken.Refused > 0 ? taken : null;
                await taken.WriteAsync(change, import.Id);
                return refused is null ? taken : throw new RowsRefusedException(taken.FirstRefused, Why(taken));
            });
        }
        catch (RowsRefusedException) when (refused is not null)
        {
            await db.WriteAsync(async tx =>
            {
                await refused.NothingMade().WriteAsync(tx, import.Id);
                return true;
            });
            throw;
        }
    }

    private static void Prepare(IEnumerable<ImportItem> rows)
    {
        foreach (var row in rows.Where(static row => row.Fault is null))
        {
            row.Prepare();
        }
    }

    private static string Why(Tally taken) => $"{taken.Refused:N0} rows cannot be taken, so none was.";

    private async Task<Tally> TakeAsync(Change change, IEnumerable<ImportItem> rows, IReadOnlyList<ImportRowResponse> notes)
    {
        var tally = _all.Branch();
        tally.Note(notes);
        foreach (var row in rows)
        {
            try
            {
                if (row.Fault is { } fault)
                {
                    throw Problem.Malformed(fault);
                }

                tally.Count(row.Line, isNew: await change.AttemptAsync(() => row.TakeAsync(change)));
            }
            catch (ProblemException refusal)
            {
                tally.Refuse(row.Line, refusal, _headings);
            }
        }

        return tally;
    }

    // Whoever handed it in: a user who was removed since imports nothing.
    private async Task<Actor> ActorAsync(CancellationToken cancellation)
    {
        var actor = await db.ReadAsync(tx => ActingUser.FindAsync(tx, import.CreatedBy), cancellation)
            ?? throw new RowsRefusedException(null, $"{import.CreatedBy}, who handed it in, has been removed.");
        return actor.Decide(Permission.Publish) == Decision.Allowed
            ? actor
            : throw new RowsRefusedException(null, $"{import.CreatedBy}, who handed it in, is no editor any more.");
    }

    private static Dictionary<string, string> Mapping(string? text)
    {
        ColumnMapping.TryRead(text, out var mapping);
        return mapping;
    }
}
