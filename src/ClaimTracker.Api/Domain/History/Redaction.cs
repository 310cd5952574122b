using System.Globalization;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// Legal erasure: blanks what events say, for good. Who did what kind of thing to which subject and when stays, and so does the
/// chain; the history tells of the erasure and its reason.
/// </summary>
internal static class Redaction
{
    private const string Prefix = "event/";

    private const string OfSeqSql = $"select {EventLine.Columns} from events where seq = @seq and body_sha256 is null and kind <> @KeyCreated";
    private const string OfSubjectSql = $"select {EventLine.Columns} from events where subject = @subject and body_sha256 is null and kind <> @KeyCreated order by seq";

    // The triggers let nothing else through, and this only after the event that says so.
    private const string BlankSql = "update events set body = '', salt = '', body_sha256 = @BodySha256 where seq = @Seq";

    // Those of the keys of checkpoints stay: they are nobody's words, and each checkpoint is verified by them.
    public static Task<IReadOnlyList<EventLine>> OfSeqAsync(ReadTx tx, long seq) => tx.ListAsync<EventLine>(OfSeqSql, new { seq, KeyCreated = EventKind.CheckpointKeyCreated.Name });

    public static Task<IReadOnlyList<EventLine>> OfSubjectAsync(ReadTx tx, string subject) => tx.ListAsync<EventLine>(OfSubjectSql, new { subject, KeyCreated = EventKind.CheckpointKeyCreated.Name });

    /// <summary>Blanks events that have a body, each with an event that says so and takes over what it vouched for.</summary>
    /// <param name="tx">The write.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why; it stays in the history for good.</param>
    /// <param name="lines">The events.</param>
    /// <param name="content">By subject, what the whole history vouches for before.</param>
    public static async Task BlankAsync(WriteTx tx, string actor, string reason, IReadOnlyList<EventLine> lines, IReadOnlyDictionary<string, Vouched> content)
    {
        foreach (var line in lines)
        {
            var vouched = (EventBody.Parse(line.Body).Content ?? []).Keys
                .ToDictionary(static subject => subject, subject => content[subject].Digest, StringComparer.Ordinal);
            var said = new EventBody(Before: null, After: new { reason }) { Content = vouched.Count == 0 ? null : vouched };
            await EventWriter.AppendAsync(tx, actor, EventKind.EventRedacted, Subject.Event(line.Seq), said);
            await tx.ExecuteAsync(BlankSql, new { line.Seq, BodySha256 = Chain.BodyHash(line.Salt, line.Body) });
        }
    }

    /// <summary>The event that a subject names, or null.</summary>
    public static long? SeqOf(string subject) =>
        subject.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(subject.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null;
}
