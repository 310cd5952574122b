using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record ListClaimVerdictsRequest : PageRequest
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }

    [QueryParam]
    public VerdictState? State { get; init; }

    /// <summary>What stood at that instant: published by then, and neither superseded nor retracted yet.</summary>
    [QueryParam]
    public DateTimeOffset? AsOf { get; init; }

    public Filter Filter(Actor actor) => new Filter().Equal("v.claim_id", Id).OnlySeenBy(actor).AsOf(AsOf, State);
}

internal sealed class ListClaimVerdictsValidator : PageRequestValidator<ListClaimVerdictsRequest>
{
    public ListClaimVerdictsValidator() => RuleFor(static r => r.State)
        .Must(static state => state is null or VerdictState.Published).When(static r => r.AsOf is not null)
        .WithMessage("must be published, or left out, together with asOf");
}

internal sealed class ListClaimVerdicts : ListEndpoint<ListClaimVerdictsRequest, VerdictResponse>
{
    private const string ClaimSql = "select id from claims where id = @Id";
    private const string PublishedOnSql = "select id from verdicts where claim_id = @Id and state in ('published', 'superseded', 'retracted') limit 1";

    public override void Configure()
    {
        Get("{id}/verdicts");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "The verdicts on a claim";
            s.Description = "In the order in which they were drafted. With `asOf`, those that stood at that instant, as they were then.";
        });
        Description(static d => d.Produces<Page<VerdictResponse>>().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListClaimVerdictsRequest request) => SortColumn.ById("v.id");

    public override async Task<Page<VerdictResponse>> ReadAsync(ReadTx tx, Actor actor, ListClaimVerdictsRequest request, Keyset keyset)
    {
        // Who may not read claims knows of one by what was published on it.
        if (!await tx.AnyAsync(actor.SeesDesk ? ClaimSql : PublishedOnSql, new { request.Id }))
        {
            throw Subject.Claim(request.Id).NotFound();
        }

        return await tx.PageAsync(
            keyset, "v.id", "verdicts v", request.Filter(actor), ids => VerdictReader.LoadAsync(tx, ids, actor, request.AsOf));
    }
}
