using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Events;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using Dapper;
using FastEndpoints;

namespace ClaimTracker.Api.Features.History;

internal sealed record ListClaimHistoryRequest : PageRequest
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }

    public SqlWhere Where(Dialect dialect) => new SqlWhere().If(Id != 0, dialect.Pick(OnSqlite, OnPostgres)); // There is no claim 0.

    public DynamicParameters Parameters() => new(new { Id, Subject = $"claim/{Id}" });

    // The expressions are those of the index events_by_claim. What was redacted names no claim any more: the tables tell what hangs on it.
    private const string OnSqlite = """
        (e.subject = @Subject
            or case when body <> '' then coalesce(body ->> '$.after.claimId', body ->> '$.before.claimId') end = @Id
            or (e.body_sha256 is not null
                and (e.kind like 'verdict.%' or e.kind like '%.linked' or e.kind like '%.relinked' or e.kind like '%.unlinked' or e.kind = 'sentence.carried')
                and e.subject in (
                    select 'verdict/' || v.id from verdicts v where v.claim_id = @Id
                    union all select 'evidence/' || l.evidence_id from claim_evidence l where l.claim_id = @Id
                    union all select 'sentence/' || l.sentence_id from sentence_claims l where l.claim_id = @Id)))
        """;

    private const string OnPostgres = """
        (e.subject = @Subject
            or (case when body <> '' then coalesce(body::jsonb #>> '{after,claimId}', body::jsonb #>> '{before,claimId}')::bigint end) = @Id
            or (e.body_sha256 is not null
                and (e.kind like 'verdict.%' or e.kind like '%.linked' or e.kind like '%.relinked' or e.kind like '%.unlinked' or e.kind = 'sentence.carried')
                and e.subject = any(array(
                    select 'verdict/' || v.id from verdicts v where v.claim_id = @Id
                    union all select 'evidence/' || l.evidence_id from claim_evidence l where l.claim_id = @Id
                    union all select 'sentence/' || l.sentence_id from sentence_claims l where l.claim_id = @Id))))
        """;
}

internal sealed class ListClaimHistoryValidator : PageRequestValidator<ListClaimHistoryRequest>;

/// <summary>One thing that happened to a claim.</summary>
internal sealed record ClaimEventResponse
{
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>What was done, such as evidence.linked.</summary>
    public required string Kind { get; init; }

    /// <summary>The claim, or the sentence, the evidence or the verdict that it concerns.</summary>
    public required string Subject { get; init; }

    /// <summary>What differs, field by field; empty where it was redacted.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }

    public required bool Redacted { get; init; }
}

internal sealed class ListClaimHistory(Db db) : Endpoint<ListClaimHistoryRequest, Page<ClaimEventResponse>>
{
    private const string EverSql = "select 1 from events where subject = @Subject limit 1";

    public override void Configure()
    {
        Get("/claims/{id}/history");
        Group<HistoryGroup>();
        Description(static d => d
            .For(Permission.ReadDrafts)
            .Says("The history of a claim", "In order: what happened to it, to its links with sentences and evidence, and to its verdicts. A claim that was deleted still has it. What was redacted is listed without what it said; of links that are gone since, it is not.")
            .Gives<Page<ClaimEventResponse>>().Refuses(404));
    }

    public override async Task HandleAsync(ListClaimHistoryRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, SortColumn.ById("e.seq"));
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset), ct));
    }

    private static async Task<Page<ClaimEventResponse>> ReadAsync(ReadTx tx, ListClaimHistoryRequest request, Keyset keyset)
    {
        if (!await tx.AnyAsync(EverSql, request.Parameters()))
        {
            throw Problem.NotFound("claim", request.Id);
        }

        var total = request.Count == true
            ? await tx.SingleAsync<long>($"select count(*) from events e {request.Where(tx.Dialect)}", request.Parameters())
            : (long?)null;
        var sql = $"""
            select {EventLine.Columns}
            from events e
            {keyset.Continue(request.Where(tx.Dialect))}
            {keyset.OrderBy}
            limit @Take
            """;
        var (lines, next) = keyset.Cut(await tx.ListAsync<EventLine>(sql, keyset.AddTo(request.Parameters())), static line => (null, line.Seq));
        return new Page<ClaimEventResponse>([.. lines.Select(Told)], next) { Total = total };
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
