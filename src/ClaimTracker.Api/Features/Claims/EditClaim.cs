using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record EditClaimRequest
{
    [RouteParam]
    public long Id { get; init; }

    [FromBody]
    public MergePatch<ClaimBody> Patch { get; init; } = null!;
}

internal sealed class EditClaim(Writes writes) : Endpoint<EditClaimRequest, ClaimResponse>
{
    public override void Configure()
    {
        Patch("/claims/{id}");
        Group<ClaimsGroup>();
        Description(static d => d.For(Permission.Write).Says("Edit a claim", "A JSON Merge Patch: what is left out stays, null clears.").Gives<ClaimResponse>().Edits().Refuses(404, 409));
    }

    public override async Task HandleAsync(EditClaimRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var current = (await ClaimLoader.FindAsync(tx, request.Id, actor)).OrNotFound("claim", request.Id);
            ETags.CheckIfMatch(HttpContext, current);
            var edited = request.Patch.ApplyTo(current.ToBody(), ClaimBodyValidator.Instance);
            await ClaimRecord.UpdateAsync(tx, actor.Name, request.Id, current.ToBody(), edited);
            return Reply.Resource((await ClaimLoader.FindAsync(tx, request.Id, actor))!);
        });
    }
}
