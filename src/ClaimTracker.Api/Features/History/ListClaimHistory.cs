using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.History;

internal sealed record ListClaimHistoryRequest : PageRequest
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Events of claims, and of all that belongs to them.</summary>
    public static Filter Of(long[] claims) => new Filter().And(
        OnSqlite, OnPostgres, new { Ids = claims, Subjects = claims.Select(static id => Subject.Claim(id).ToString()).ToArray() });

    // The expressions are those of the index events_by_claim. A redacted event no longer names a claim: the tables tell what belongs to it.
    private const string OnSqlite = """
        (e.subject in @Subjects
            or case when body <> '' then coalesce(body ->> '$.after.claimId', body ->> '$.before.claimId') end in @Ids
            or (e.body_sha256 is not null
                and (e.kind like 'verdict.%' or e.kind like 'list.claim_%' or e.kind = 'sentence.carried'
                    or e.kind like '%.linked' or e.kind like '%.relinked' or e.kind like '%.unlinked')
                and e.subject in (
                    select 'verdict/' || v.id from verdicts v where v.claim_id in @Ids
                    union all select 'evidence/' || l.evidence_id from claim_evidence l where l.claim_id in @Ids
                    union all select 'sentence/' || l.sentence_id from sentence_claims l where l.claim_id in @Ids
                    union all select 'sentence/' || f.sentence_id from former_links f where f.claim_id in @Ids
                    union all select 'list/' || m.list_id from list_claims m where m.claim_id in @Ids
                    union all select 'claim/' || r.claim_id from claim_relations r where r.other_id in @Ids
                    union all select 'claim/' || r.other_id from claim_relations r where r.claim_id in @Ids)))
        """;

    private const string OnPostgres = """
        (e.subject in @Subjects
            or (case when body <> '' then coalesce(body::jsonb #>> '{after,claimId}', body::jsonb #>> '{before,claimId}')::bigint end)
                in @Ids
            or (e.body_sha256 is not null
                and (e.kind like 'verdict.%' or e.kind like 'list.claim_%' or e.kind = 'sentence.carried'
                    or e.kind like '%.linked' or e.kind like '%.relinked' or e.kind like '%.unlinked')
                and e.subject = any(array(
                    select 'verdict/' || v.id from verdicts v where v.claim_id in @Ids
                    union all select 'evidence/' || l.evidence_id from claim_evidence l where l.claim_id in @Ids
                    union all select 'sentence/' || l.sentence_id from sentence_claims l where l.claim_id in @Ids
                    union all select 'sentence/' || f.sentence_id from former_links f where f.claim_id in @Ids
                    union all select 'list/' || m.list_id from list_claims m where m.claim_id in @Ids
                    union all select 'claim/' || r.claim_id from claim_relations r where r.other_id in @Ids
                    union all select 'claim/' || r.other_id from claim_relations r where r.claim_id in @Ids))))
        """;
}

internal sealed class ListClaimHistoryValidator : PageRequestValidator<ListClaimHistoryRequest>;

/// <summary>An event in the history of a claim.</summary>
internal sealed record ClaimEventResponse
{
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>The change, such as evidence.linked.</summary>
    public required string Kind { get; init; }

    /// <summary>The claim, or the sentence, evidence, verdict, list or other claim that was changed.</summary>
    public required string Subject { get; init; }

    /// <summary>The fields that differ; empty for a redacted event.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }

    public required bool Redacted { get; init; }
}

internal sealed class ListClaimHistory : ListEndpoint<ListClaimHistoryRequest, ClaimEventResponse>
{
    private const string EverSql = "select 1 from events where subject = @Subject limit 1";
    private const string MergedSql = "select claim_id from claim_merges where successor_id = @Id order by claim_id";

    public override void Configure()
    {
        Get("{id}/history");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s =>
        {
            s.Summary = "The history of a claim";
            s.Description =
                "The events of the claim, of its links with sentences, evidence and other claims, of its places on lists, and of its "
                + "verdicts, the oldest first. A deleted claim still has a history; that of a merged claim is part of its "
                + "successor's. Redacted events are listed without their content; "
                + "those of links that no longer exist are not listed.";
        });
        Description(static d => d.Produces<Page<ClaimEventResponse>>().MovesOn().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListClaimHistoryRequest request) => SortColumn.ById("e.seq");

    public override async Task<Page<ClaimEventResponse>> ReadAsync(ReadTx tx, Actor actor, ListClaimHistoryRequest request, Keyset keyset)
    {
        if (!await tx.AnyAsync(EverSql, new { Subject = Subject.Claim(request.Id).ToString() }))
        {
            throw Subject.Claim(request.Id).ToNotFound();
        }

        if (await ClaimMerges.CurrentAsync(tx, request.Id) is not null)
        {
            await ClaimMerges.FollowAsync(tx, request.Id);
        }

        long[] claims = [request.Id, .. await tx.ListAsync<long>(MergedSql, new { request.Id })];
        return await tx.PageAsync(
            keyset,
            new PageQuery<EventLine>(EventLine.Columns, "events e", ListClaimHistoryRequest.Of(claims), static line => (null, line.Seq)),
            static lines => Task.FromResult<IReadOnlyList<ClaimEventResponse>>([.. lines.Select(Told)]));
    }

    private static ClaimEventResponse Told(EventLine line)
    {
        var said = EventResponse.Of(line);
        return new ClaimEventResponse
        {
            Seq = said.Seq,
            At = said.At,
            Actor = said.Actor,
            Kind = said.Kind,
            Subject = said.Subject,
            Changes = FieldDiff.Of(said.Before, said.After),
            Redacted = said.Redacted,
        };
    }
}
