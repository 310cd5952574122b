using System.Globalization;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// Legal erasure: blanks the bodies of events, for good. The actor, the kind, the subject and the time stay, and the chain still holds.
/// The history records the erasure and its reason.
/// </summary>
internal static class Redaction
{
    private const string Prefix = "event/";

    // Events of checkpoint keys stay: they are about nobody, and each checkpoint is verified with them.
    private const string OfSubjectSql = $"""
        select {EventLine.Columns}
        from events
        where subject = @subject and body_sha256 is null and kind <> @KeyCreated
        order by seq
        """;

    private const string OfSeqsSql = $"""
        select {EventLine.Columns}
        from events
        where seq in @ids and body_sha256 is null and kind <> @KeyCreated
        order by seq
        """;

    // The triggers let no other update through, and this one only after the event that records it.
    private const string BlankSql = "update events set body = '', salt = '', body_sha256 = @BodySha256 where seq = @Seq";

    /// <summary>Those of some events that can be blanked.</summary>
    public static Task<IReadOnlyList<EventLine>> OfSeqsAsync(ReadTx tx, IEnumerable<long> seqs) =>
        tx.ListAsync<EventLine>(OfSeqsSql, new { ids = seqs.ToArray(), KeyCreated = EventKind.CheckpointKeyCreated.Name });

    /// <summary>The events of a subject that can be blanked.</summary>
    public static Task<IReadOnlyList<EventLine>> OfSubjectAsync(ReadTx tx, string subject) =>
        tx.ListAsync<EventLine>(OfSubjectSql, new { subject, KeyCreated = EventKind.CheckpointKeyCreated.Name });

    /// <summary>Blanks events that have a body, each with an event that records it and takes over the digests.</summary>
    /// <param name="tx">The write.</param>
    /// <param name="actor">The name of the actor.</param>
    /// <param name="reason">The reason, which stays in the history for good.</param>
    /// <param name="lines">The events.</param>
    /// <param name="content">The digest of the rows of each subject, by the whole history so far.</param>
    public static async Task BlankAsync(
        WriteTx tx, string actor, string reason, IReadOnlyList<EventLine> lines, IReadOnlyDictionary<string, Vouched> content)
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

    /// <summary>The number of the event that a subject names, or null.</summary>
    public static long? SeqOf(string subject) =>
        subject.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(subject.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? seq
            : null;
}
