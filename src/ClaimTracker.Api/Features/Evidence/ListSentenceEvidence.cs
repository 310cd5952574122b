using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record ListSentenceEvidenceRequest : PageRequest
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class ListSentenceEvidenceValidator : PageRequestValidator<ListSentenceEvidenceRequest>;

internal sealed class ListSentenceEvidence(Db db) : Endpoint<ListSentenceEvidenceRequest, Page<SentenceEvidence>>
{
    private const string SentenceSql = "select id from sentences where id = @Id";

    private const string CountSql = """
        select count(*)
        from sentence_claims l
        join claim_evidence e on e.claim_id = l.claim_id
        where l.sentence_id = @Id
        """;

    // One row a pair of record and claim: a record that bears on two claims of the sentence has two stances.
    private static readonly SortColumn Sort = new("e.evidence_id", "e.claim_id", Descending: false, typeof(long));

    public override void Configure()
    {
        Get("/sentences/{id}/evidence");
        Group<EvidenceGroup>();
        Description(static d => d.For(Permission.Read).Says("The evidence behind a sentence", "One item for each claim of the sentence that a record bears on.").Gives<Page<SentenceEvidence>>().Refuses(404));
    }

    public override async Task HandleAsync(ListSentenceEvidenceRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, Sort);
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset), ct));
    }

    private static async Task<Page<SentenceEvidence>> ReadAsync(ReadTx tx, ListSentenceEvidenceRequest request, Keyset keyset)
    {
        if (!await tx.AnyAsync(SentenceSql, new { request.Id }))
        {
            throw Problem.NotFound("sentence", request.Id);
        }

        var sql = $"""
            select e.evidence_id, e.claim_id
            from sentence_claims l
            join claim_evidence e on e.claim_id = l.claim_id
            {keyset.Continue(new SqlWhere().If(true, "l.sentence_id = @Id"))}
            {keyset.OrderBy}
            limit @Take
            """;
        var pairs = await tx.ListAsync<PairRow>(sql, keyset.AddTo(new(new { request.Id })));
        var (rows, next) = keyset.Cut(pairs, static p => (p.EvidenceId, p.ClaimId));
        var evidence = await EvidenceLoader.LoadAsync(tx, [.. rows.Select(static p => p.EvidenceId).Distinct()]);
        return new Page<SentenceEvidence>([.. rows.Select(p => SentenceEvidence.Of(evidence[p.EvidenceId], p.ClaimId))], next)
        {
            Total = request.Count == true ? await tx.SingleAsync<long>(CountSql, new { request.Id }) : null,
        };
    }

    private sealed record PairRow
    {
        public long EvidenceId { get; init; }

        public long ClaimId { get; init; }
    }
}
