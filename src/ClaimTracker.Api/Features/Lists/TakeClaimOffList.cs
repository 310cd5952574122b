using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Lists;

internal sealed record TakeClaimOffListRequest
{
    /// <summary>The list.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long ClaimId { get; init; }
}

internal sealed class TakeClaimOffList : WriteEndpoint<TakeClaimOffListRequest>
{
    private const string DeleteSql = "delete from list_claims where list_id = @Id and claim_id = @ClaimId";

    public override void Configure()
    {
        Delete("{id}/claims/{claimId}");
        Group<ListsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Take a claim off a list";
            s.Description = "The claim stays. Only an editor takes one off a public list.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, TakeClaimOffListRequest request)
    {
        var list = (await ListReader.FindAsync(change, request.Id, change.Actor)).OrNotFound(Subject.List(request.Id));
        change.Actor.RequirePublicList(list.Public);
        await ClaimMerges.RefuseMergedAsync(change, request.ClaimId);
        var place = await ListReader.FindPlaceAsync(change, request.Id, request.ClaimId)
            ?? throw new ProblemException(ProblemType.NotFound, $"Claim {request.ClaimId} was not put on list {request.Id}.");
        await change.ExecuteAsync(DeleteSql, request);
        await change.RecordAsync(EventKind.ListClaimRemoved, Subject.List(request.Id), before: place, after: null);
        return Reply.Gone;
    }
}
