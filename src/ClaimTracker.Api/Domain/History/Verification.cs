using System.Data;
using System.Data.Common;
using System.Text.Json;

namespace ClaimTracker.Api.Domain.History;

/// <summary>The result of a verification.</summary>
/// <param name="Events">The number of events that were checked.</param>
/// <param name="Head">The hash of the last of them.</param>
/// <param name="Compared">The number of subjects whose rows were compared with the history.</param>
/// <param name="NotCompared">The number of subjects for which the history has no digest: older versions recorded none.</param>
/// <param name="Faults">The faults as sentences, in the order in which they were found; empty if there are none.</param>
internal sealed record Verified(long Events, string Head, long Compared, long NotCompared, IReadOnlyList<string> Faults);

/// <summary>Checks the whole history, and compares the tables with it, in short reads: the service may run at the same time.</summary>
internal sealed class Verification
{
    private const int SubjectsInOneRead = 100;
    private const int MaxFaults = 20;

    private readonly Db? _db;
    private readonly ReadTx? _tx;
    private readonly CancellationToken _cancellation;
    private readonly HistoryWalk _walk;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];
    private long _compared;
    private long _notCompared;

    /// <param name="db">The database.</param>
    /// <param name="checkpoint">A checkpoint that the history must match, or null.</param>
    /// <param name="cancellation">Ends it.</param>
    public Verification(Db db, Checkpoint? checkpoint, CancellationToken cancellation) =>
        (_db, _walk, _cancellation) = (db, new HistoryWalk(checkpoint), cancellation);

    /// <summary>Checks what a transaction sees, before it is kept.</summary>
    public Verification(ReadTx tx) => (_tx, _walk) = (tx, new HistoryWalk(checkpoint: null));

    public async Task<Verified> RunAsync()
    {
        try
        {
            await CheckAsync();
        }
        catch (Exception broken) when (IsDamage(broken))
        {
            Say($"The database cannot be read: {broken.Message}");
        }

        return new Verified(_walk.Seq, _walk.Head, _compared, _notCompared, _faults);
    }

    private async Task CheckAsync()
    {
        while (await ReadAsync(_walk.ContinueAsync))
        {
        }

        if ((_walk.Fault ?? _walk.FaultAtEnd()) is { } fault)
        {
            Say(fault);
            return;
        }

        foreach (var projection in Projections.All)
        {
            var after = new ContentKey(projection.Kind, 0);
            while (after is not null)
            {
                after = await ReadAsync(tx => ComparePageAsync(tx, projection, after));
            }

            await ReadAsync(tx => FindStraysAsync(tx, projection));
        }

        foreach (var subject in _walk.Content.Keys.Where(subject => !_seen.Contains(subject)).ToList())
        {
            await ReadAsync(tx => CompareAsync(tx, Projections.Of(subject)!.Value));
        }
    }

    private Task<T> ReadAsync<T>(Func<ReadTx, Task<T>> read) => _tx is null ? _db!.ReadAsync(read, _cancellation) : read(_tx);

    /// <returns>The last subject of the page, or null at the end.</returns>
    private async Task<ContentKey?> ComparePageAsync(ReadTx tx, Projection projection, ContentKey after)
    {
        var keys = await tx.ListAsync<(long Id, long Number)>(projection.Page, new { after.Id, after.Number, Take = SubjectsInOneRead });
        foreach (var key in keys)
        {
            await CompareAsync(tx, (projection, new ContentKey(projection.Kind, key.Id, key.Number)));
        }

        return keys.Count < SubjectsInOneRead ? null : new ContentKey(projection.Kind, keys[^1].Id, keys[^1].Number);
    }

    // The history first: the rows of this snapshot are compared with the history up to this snapshot.
    private async Task<bool> CompareAsync(ReadTx tx, (Projection Projection, ContentKey Key) of)
    {
        await _walk.CatchUpAsync(tx);
        if (_walk.Fault is { } fault)
        {
            Say(fault);
            return false;
        }

        var subject = of.Key.ToString();
        var digest = await ContentDigest.ReadAsync(tx, of.Projection, of.Key);
        var isFirst = _seen.Add(subject); // A read that lost its connection runs once more.
        if (_walk.Content.TryGetValue(subject, out var vouched))
        {
            _compared += isFirst ? 1 : 0;
            if (vouched.Digest != digest)
            {
                Say(Difference(subject, of.Projection, vouched, digest));
            }
        }
        else if (_walk.IsUndigested(of.Projection, of.Key))
        {
            _notCompared += isFirst ? 1 : 0;
        }
        else if (digest is not null)
        {
            Say($"{subject} is in the tables ({Names(of.Projection)}), but no event records it.");
        }

        return true;
    }

    private async Task<bool> FindStraysAsync(ReadTx tx, Projection projection)
    {
        foreach (var (table, query) in projection.Strays)
        {
            if (await tx.FirstAsync<long?>(query) is { } id)
            {
                Say($"Row {id} of {table.Name} is not as the events record it.");
            }
        }

        return true;
    }

    private static string Difference(string subject, Projection projection, Vouched vouched, string? digest)
    {
        var by = vouched.Seq == 0 ? "a migration" : $"event {vouched.Seq}";
        return digest is null
            ? $"{subject} is missing from the tables ({Names(projection)}), where {by} left it."
            : $"{subject} is not in the tables ({Names(projection)}) as {by} left it.";
    }

    private static string Names(Projection projection) => string.Join(", ", projection.Tables.Select(static table => table.Name));

    private void Say(string fault)
    {
        if (_faults.Count < MaxFaults && !_faults.Contains(fault, StringComparer.Ordinal))
        {
            _faults.Add(fault);
        }
    }

    // Values that no statement of this program could have written: the file was changed underneath the engine.
    private static bool IsDamage(Exception exception) => exception switch
    {
        DbException => DbErrors.Classify(exception) is DbError.Damaged or DbError.Unavailable or DbError.Other,
        InvalidCastException or NotSupportedException or FormatException or OverflowException or DataException or JsonException => true,
        _ => false,
    };
}
