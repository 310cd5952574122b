using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record ListClaimEvidenceRequest : ResourcesRequest
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }

    [QueryParam]
    public IReadOnlyList<Stance>? Stance { get; init; }

    public Filter Filter(Actor actor) => new Filter()
        .Equal("l.claim_id", Id)
        .AnyOf("l.evidence_id", Ids)
        .AnyOf("l.stance", Stance)
        .If(!actor.IsInside, "not exists (select 1 from evidence r where r.id = l.evidence_id and r.internal)");
}

internal sealed class ListClaimEvidenceValidator : PageRequestValidator<ListClaimEvidenceRequest>;

internal sealed class ListClaimEvidence : ListEndpoint<ListClaimEvidenceRequest, EvidenceResponse>
{
    public override void Configure()
    {
        Get("{id}/evidence");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "The evidence on a claim";
            s.Description = "In the order in which it was first attached.";
        });
        Description(static d => d.Produces<Page<EvidenceResponse>>().MovesOn().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListClaimEvidenceRequest request) => SortColumn.ById("l.evidence_id");

    public override async Task<Page<EvidenceResponse>> ReadAsync(ReadTx tx, Actor actor, ListClaimEvidenceRequest request, Keyset keyset)
    {
        await ClaimMerges.FollowAsync(tx, request.Id);

        return await tx.PageAsync<EvidenceResponse>(keyset, "l.evidence_id", "claim_evidence l", request.Filter(actor), async ids =>
        {
            var evidence = await EvidenceReader.LoadAsync(tx, ids);
            return [.. ids.Select(id => evidence[id].SeenBy(actor)!)];
        });
    }
}
