using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record GetClaimRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class GetClaim(Db db) : Endpoint<GetClaimRequest, ClaimResponse>
{
    public override void Configure()
    {
        Get("/claims/{id}");
        Group<ClaimsGroup>();
        Description(static d => d.For(Permission.Read).Says("One claim, with its sentences and its verdict").Gives<ClaimResponse>().Refuses(404));
    }

    public override async Task HandleAsync(GetClaimRequest request, CancellationToken ct)
    {
        var claim = await db.ReadAsync(tx => ClaimLoader.FindAsync(tx, request.Id, HttpContext.Actor()), ct);
        await Send.ResourceAsync(claim.OrNotFound("claim", request.Id));
    }
}
