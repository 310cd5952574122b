using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using Dapper;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record ListClaimEvidenceRequest : PageRequest
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }

    [QueryParam]
    public Stance? Stance { get; init; }

    public SqlWhere Where() => new SqlWhere().If(true, "l.claim_id = @Id").If(Stance is not null, "l.stance = @Stance");

    public DynamicParameters Parameters() => new(new { Id, Stance = Stance?.ToWord() });
}

internal sealed class ListClaimEvidenceValidator : PageRequestValidator<ListClaimEvidenceRequest>;

internal sealed class ListClaimEvidence(Db db) : Endpoint<ListClaimEvidenceRequest, Page<EvidenceResponse>>
{
    private const string ClaimSql = "select id from claims where id = @Id";

    public override void Configure()
    {
        Get("/claims/{id}/evidence");
        Group<EvidenceGroup>();
        Description(static d => d.For(Permission.Read).Says("The evidence on a claim", "In the order in which it was attached first.").Gives<Page<EvidenceResponse>>().Refuses(404));
    }

    public override async Task HandleAsync(ListClaimEvidenceRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, SortColumn.ById("l.evidence_id"));
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset), ct));
    }

    private static async Task<Page<EvidenceResponse>> ReadAsync(ReadTx tx, ListClaimEvidenceRequest request, Keyset keyset)
    {
        if (!await tx.AnyAsync(ClaimSql, new { request.Id }))
        {
            throw Problem.NotFound("claim", request.Id);
        }

        var total = request.Count == true
            ? await tx.SingleAsync<long>($"select count(*) from claim_evidence l {request.Where()}", request.Parameters())
            : (long?)null;
        var sql = $"""
            select l.evidence_id
            from claim_evidence l
            {keyset.Continue(request.Where())}
            {keyset.OrderBy}
            limit @Take
            """;
        var (ids, next) = keyset.Cut(await tx.ListAsync<long>(sql, keyset.AddTo(request.Parameters())), static id => (null, id));
        var evidence = await EvidenceLoader.LoadAsync(tx, [.. ids]);
        return new Page<EvidenceResponse>([.. ids.Select(id => evidence[id])], next) { Total = total };
    }
}
