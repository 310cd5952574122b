using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record EditClaimRequest
{
    [RouteParam]
    public long Id { get; init; }

    [FromBody]
    public MergePatch<ClaimBody> Patch { get; init; } = null!;
}

internal sealed class EditClaim(Db db) : Endpoint<EditClaimRequest, ClaimResponse>
{
    public override void Configure()
    {
        Patch("/claims/{id}");
        Group<ClaimsGroup>();
        Description(static d => d.Says("Edit a claim", "A JSON Merge Patch: what is left out stays, null clears.").Gives<ClaimResponse>().Edits().Refuses(404, 409));
    }

    public override async Task HandleAsync(EditClaimRequest request, CancellationToken ct)
    {
        var actor = HttpContext.ActorName();
        var claim = await db.WriteAsync(async tx =>
        {
            var current = (await ClaimLoader.FindAsync(tx, request.Id)).OrNotFound("claim", request.Id);
            ETags.CheckIfMatch(HttpContext, current);
            var edited = request.Patch.ApplyTo(current.ToBody(), ClaimBodyValidator.Instance);
            await ClaimRecord.UpdateAsync(tx, actor, request.Id, current.ToBody(), edited);
            return await ClaimLoader.FindAsync(tx, request.Id);
        });
        await Send.ResourceAsync(claim!);
    }
}
