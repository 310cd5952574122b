using System.Collections.ObjectModel;
using System.Security.Cryptography;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// Writes the history: one event for each change, in the transaction of the change. The events are chained by hash, so that a later
/// change to any of them shows.
/// </summary>
internal static class EventWriter
{
    private const int SaltBytes = 16;

    private const string LastSql = "select seq, hash from events order by seq desc limit 1";

    private const string AppendSql = "insert into events (seq, at, actor, kind, subject, body, salt, prev, hash)";

    /// <summary>Appends an event once its change is made: it vouches for what the tables now hold on its subject.</summary>
    /// <param name="tx">The transaction of the change.</param>
    /// <param name="actor">Who made it.</param>
    /// <param name="kind">What was done.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="before">The subject before; null where it did not exist.</param>
    /// <param name="after">The subject after; null where it is gone.</param>
    /// <param name="touched">Other subjects whose rows changed with it, and that have no event of their own.</param>
    /// <param name="known">
    /// Digests that are known already, of the subject or others, null for those without rows: their rows are not read back.
    /// </param>
    public static async Task RecordAsync(
        WriteTx tx,
        string actor,
        EventKind kind,
        Subject subject,
        object? before,
        object? after,
        IEnumerable<Subject> touched,
        IReadOnlyDictionary<Subject, string?>? known = null)
    {
        var content = (known ?? ReadOnlyDictionary<Subject, string?>.Empty)
            .ToDictionary(static one => one.Key.ToString(), static one => one.Value, StringComparer.Ordinal);
        foreach (var changed in touched.Prepend(subject).Select(static one => one.ToString()))
        {
            if (!content.ContainsKey(changed) && Projections.Of(changed) is var (projection, key))
            {
                content[changed] = await ContentDigest.ReadAsync(tx, projection, key);
            }
        }

        await AppendAsync(tx, actor, kind, subject, new EventBody(before, after) { Content = content.Count == 0 ? null : content });
    }

    /// <summary>Appends the events of things that were just created.</summary>
    public static Task RecordCreatedAsync(WriteTx tx, string actor, EventKind kind, IReadOnlyList<CreatedThing> things) => AppendAsync(
        tx,
        actor,
        kind,
        [.. things.Select(static thing => (thing.Subject, new EventBody(Before: null, thing.State) { Content = thing.Content }))]);

    /// <summary>Appends an event that changed no content.</summary>
    public static Task AppendAsync(WriteTx tx, string actor, EventKind kind, Subject subject, EventBody said) =>
        AppendAsync(tx, actor, kind, [(subject, said)]);

    private static async Task AppendAsync(WriteTx tx, string actor, EventKind kind, IReadOnlyList<(Subject Subject, EventBody Said)> events)
    {
        var last = tx.Recall<LastEvent>() ?? await tx.FirstAsync<LastEvent>(LastSql) ?? new LastEvent(0, "");
        var at = InstantConverter.Format(tx.Now);
        var rows = new List<object?[]>(events.Count);
        foreach (var (subject, said) in events)
        {
            var (seq, body) = (last.Seq + 1, said.Serialize());
            var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
            var hash = Chain.HashOf(last.Hash, seq, at, actor, kind.Name, subject.ToString(), Chain.BodyHash(salt, body));
            rows.Add([seq, at, actor, kind.Name, subject.ToString(), body, salt, last.Hash, hash]);
            last = new LastEvent(seq, hash);
        }

        await tx.InsertRowsAsync(AppendSql, rows);
        tx.Note(last);
    }

    private sealed record LastEvent(long Seq, string Hash);
}

/// <summary>What the event of something that was just created says.</summary>
/// <param name="Subject">What was created.</param>
/// <param name="State">Its state.</param>
/// <param name="Digest">The digest of its rows.</param>
internal sealed record CreatedThing(Subject Subject, object State, string Digest)
{
    /// <summary>The digest, by subject.</summary>
    public IReadOnlyDictionary<string, string?> Content =>
        new Dictionary<string, string?>(StringComparer.Ordinal) { [Subject.ToString()] = Digest };
}
