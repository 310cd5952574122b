using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Judgements;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record ListClaimVerdictsRequest : ResourcesRequest, IVerdictsAsOf
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }

    [QueryParam]
    public IReadOnlyList<VerdictState>? State { get; init; }

    /// <summary>Verdicts in force at that instant: published by then, and not yet superseded or retracted.</summary>
    [QueryParam]
    public DateTimeOffset? AsOf { get; init; }

    public Filter Filter(Actor actor) => new Filter().Equal("v.current_claim_id", Id).AnyOf("v.id", Ids).OnlySeenBy(actor).AsOf(this);
}

internal sealed class ListClaimVerdictsValidator : PageRequestValidator<ListClaimVerdictsRequest>
{
    public ListClaimVerdictsValidator()
    {
        Include(VerdictsAsOfValidator.Instance);
        RefuseTagsWith("asOf", static r => r.AsOf is not null);
    }
}

internal sealed class ListClaimVerdicts : ListEndpoint<ListClaimVerdictsRequest, VerdictResponse>
{
    private const string StatesSql = "select distinct state from verdicts where claim_id = @Id or current_claim_id = @Id";

    public override void Configure()
    {
        Get("{id}/verdicts");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "The verdicts on a claim";
            s.Description =
                "In the order in which they were drafted, with those on claims that were merged into it. With `asOf`, those in force at "
                + "that instant, as they were then.";
        });
        Description(static d => d.Produces<Page<VerdictResponse>>().MovesOn().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListClaimVerdictsRequest request) => SortColumn.ById("v.id");

    public override async Task<Page<VerdictResponse>> ReadAsync(ReadTx tx, Actor actor, ListClaimVerdictsRequest request, Keyset keyset)
    {
        if (!await IsKnownAsync(tx, actor, request))
        {
            throw Subject.Claim(request.Id).ToNotFound();
        }

        await ClaimMerges.FollowAsync(tx, request.Id);

        return await tx.PageAsync(
            keyset, "v.id", "verdicts v", request.Filter(actor), ids => VerdictReader.LoadAsync(tx, ids, actor, request.AsOf));
    }

    // An actor who may not read claims knows of a claim only by the verdicts that were published on it.
    private static async Task<bool> IsKnownAsync(ReadTx tx, Actor actor, ListClaimVerdictsRequest request) => actor.SeesDesk
        ? await ClaimMerges.CurrentAsync(tx, request.Id) is not null
        : (await tx.ListAsync<VerdictState>(StatesSql, new { request.Id })).Any(actor.Sees);
}
