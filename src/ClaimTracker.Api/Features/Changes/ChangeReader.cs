using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Changes;

/// <summary>
/// Reads the history as tools follow it. A read looks at so many events and no more: where few of them may be seen, it answers with few
/// items, or none, and says where to go on.
/// </summary>
internal static class ChangeReader
{
    /// <summary>Events that one read looks at.</summary>
    public const int EventsAtOnce = 10_000;

    private const string HeadSql = "select coalesce(max(seq), 0) from events";

    // The kind is hidden from its index, which has another order. The public reads a claim only with its verdicts. A case, since
    // PostgreSQL may look at a number before it looks at the kind.
    private const string ChangesSql = $"""
        select e.seq, e.at, e.actor, e.kind, e.subject
        from events e
        where e.seq > @after
            and e.seq <= @until
            and coalesce(e.kind, e.kind) in @ids
            and (@SeesDesk or e.subject not like 'claim/%' or exists (
                select 1
                from verdicts v
                where (v.claim_id = case when e.subject like 'claim/%' then cast(substr(e.subject, 7) as bigint) end
                        or v.current_claim_id = case when e.subject like 'claim/%' then cast(substr(e.subject, 7) as bigint) end)
                    and {VerdictConditions.WasPublishedSql}))
            and (@SeesDrafts or e.kind <> 'verdict.erased' or exists (
                select 1
                from verdicts v
                where v.id = case when e.subject like 'verdict/%' then cast(substr(e.subject, 9) as bigint) end
                    and {VerdictConditions.WasPublishedSql}))
        order by e.seq
        limit @limit + 0
        """;

    /// <summary>The number of the last event.</summary>
    public static Task<long> HeadAsync(ReadTx tx) => tx.SingleAsync<long>(HeadSql);

    /// <summary>Reads what comes after an event.</summary>
    /// <param name="tx">The read.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="kinds">The kinds that are followed: of those that the actor may follow.</param>
    /// <param name="after">The number of the event; 0 for the beginning.</param>
    /// <param name="limit">The most items.</param>
    /// <exception cref="ProblemException">400: the history does not go as far.</exception>
    public static async Task<ChangesResponse> ReadAsync(ReadTx tx, Actor actor, string[] kinds, long after, int limit)
    {
        var head = await HeadAsync(tx);
        if (after > head)
        {
            throw Problem.Invalid(
                "after",
                $"must be at most {head}, the last event: this history does not go as far. If a backup was restored, read everything anew");
        }

        var until = Math.Min(head, after + EventsAtOnce);
        var lines = await tx.ListAsync<EventLine>(ChangesSql, new { after, until, ids = kinds, limit, actor.SeesDesk, actor.SeesDrafts });
        var present = await PresentThings.ReadAsync(tx, actor, lines.Select(static line => line.Subject));
        return new ChangesResponse
        {
            Items = [.. lines.Select(line => Told(line, actor, present))],
            Next = lines.Count == limit ? lines[^1].Seq : until,
            Head = head,
        };
    }

    private static ChangeResponse Told(EventLine line, Actor reader, PresentThings present) => new()
    {
        Seq = line.Seq,
        At = line.Instant,
        Actor = reader.SeesDrafts ? line.Actor : null,
        Kind = line.Kind,
        Subject = line.Subject,
        Address = present.AddressOf(line.Subject),
        Etag = present.TagOf(line.Subject),
        Gone = present.IsGone(line.Subject),
    };
}
