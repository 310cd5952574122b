using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record UnrelateClaimRequest
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The other claim.</summary>
    [RouteParam]
    public long OtherId { get; init; }
}

internal sealed class UnrelateClaim : WriteEndpoint<UnrelateClaimRequest>
{
    private const string DeleteSql = "delete from claim_relations where claim_id = @First and other_id = @Second";

    public override void Configure()
    {
        Delete("{id}/relations/{otherId}");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Remove the relation of two claims";
            s.Description = "From either side.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, UnrelateClaimRequest request)
    {
        await ClaimMerges.RefuseMergedAsync(change, request.Id);
        var before = await RelationReader.FindAsync(change, request.Id, request.OtherId, change.Actor)
            ?? throw new ProblemException(ProblemType.NotFound, $"Claim {request.Id} has no relation to claim {request.OtherId}.");
        var (first, second, _) = RelationReader.Order(request.Id, request.OtherId);
        await change.ExecuteAsync(DeleteSql, new { First = first, Second = second });
        await change.RecordAsync(
            EventKind.ClaimUnlinked,
            Subject.Claim(request.Id),
            new { claimId = request.OtherId, before.Relation, before.Note },
            after: null,
            touched: [Subject.Claim(first)]);
        return Reply.Gone;
    }
}
