using ClaimTracker.Api.Domain.Fields;
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

    private Headings _headings = new([], []);
    private readonly Tally _all = new(import);

    /// <summary>Goes on after the last line that is done.</summary>
    /// <exception cref="RowsRefusedException">It cannot be imported; of an atomic import nothing is kept.</exception>
    public async Task RunAsync(Stream file, CancellationToken cancellation)
    {
        await using (file)
        {
            var actor = await ActorAsync(cancellation);
            var fields = await db.ReadAsync(static tx => FieldReader.AllAsync(tx, FieldSubject.Claim), cancellation);
            _headings = new(Mapping(import.Mapping), fields.Select(static field => RowColumns.FieldPrefix + field.Name));
            var rows = ImportItems.ReadAsync(import, file, _headings, cancellation);
            await (import.Atomic ? RunAtOnceAsync(actor, rows, cancellation) : RunInGroupsAsync(actor, rows, cancellation));
        }
    }

    private async Task RunInGroupsAsync(Actor actor, IAsyncEnumerable<ImportItem> rows, CancellationToken cancellation)
    {
        await foreach (var group in rows.Chunk(RowsAtOnce).Select(Prepared).OneAheadAsync(cancellation))
        {
            var tally = await TakeAsync(actor, group, static _ => { });
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

        var group = Prepared(all);
        Tally? refused = null;
        try
        {
            await TakeAsync(actor, group, taken =>
            {
                refused = taken.Refused > 0 ? taken : null;
                if (refused is not null)
                {
                    throw new RowsRefusedException(taken.FirstRefused, Why(taken));
                }
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

    private RowGroup Prepared(IReadOnlyList<ImportItem> rows)
    {
        foreach (var row in rows)
        {
            row.Prepare();
        }

        return new RowGroup(rows, _headings.TakeUnknown());
    }

    private static string Why(Tally taken) => $"{taken.Refused:N0} rows cannot be taken, so none was.";

    // A row is seldom refused when it is written. Only then does the group run again, with each row a part that can be undone by itself.
    private async Task<Tally> TakeAsync(Actor actor, RowGroup group, Action<Tally> check)
    {
        try
        {
            return await TakeAsync(actor, group, check, byRow: false);
        }
        catch (ProblemException)
        {
            return await TakeAsync(actor, group, check, byRow: true);
        }
    }

    private Task<Tally> TakeAsync(Actor actor, RowGroup group, Action<Tally> check, bool byRow) =>
        ChangeRunner.RunAsync(db, log, actor, async change =>
        {
            var tally = import.DryRun
                ? await change.TryOutAsync(() => TakeAsync(change, group, byRow))
                : await TakeAsync(change, group, byRow);
            check(tally);
            await tally.WriteAsync(change, import.Id);
            return tally;
        });

    private async Task<Tally> TakeAsync(Change change, RowGroup group, bool byRow)
    {
        var (tally, waiting) = (_all.Branch(), new WaitingClaims());
        tally.Note(group.Notes);
        foreach (var row in group.Rows)
        {
            try
            {
                if (row.Refusal is { } refusal)
                {
                    tally.Refuse(row.Line, refusal, _headings);
                }
                else
                {
                    tally.Count(row.Line, isNew: byRow ? await TakeAloneAsync(change, row) : await row.TakeAsync(change, waiting));
                }
            }
            catch (ProblemException refusal) when (byRow)
            {
                tally.Refuse(row.Line, refusal, _headings);
            }
        }

        await waiting.WriteAsync(change);
        return tally;
    }

    private static Task<bool> TakeAloneAsync(Change change, ImportItem row) => change.AttemptAsync(async () =>
    {
        var waiting = new WaitingClaims();
        var isNew = await row.TakeAsync(change, waiting);
        await waiting.WriteAsync(change);
        return isNew;
    });

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
        ColumnMapping.Read(text, out var mapping);
        return mapping;
    }

    /// <summary>Rows that are written together, and what is to be said of headings that they were the first to have.</summary>
    private sealed record RowGroup(IReadOnlyList<ImportItem> Rows, IReadOnlyList<ImportRowResponse> Notes);
}
