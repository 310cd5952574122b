using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record GetVerdictRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class GetVerdict(Db db) : Endpoint<GetVerdictRequest, VerdictResponse>
{
    public override void Configure()
    {
        Get("/verdicts/{id}");
        Group<VerdictsGroup>();
        Description(static d => d
            .For(Permission.ReadPublished)
            .Says("One verdict, with its evidence")
            .Gives<VerdictResponse>().Refuses(404));
    }

    public override async Task HandleAsync(GetVerdictRequest request, CancellationToken ct)
    {
        var verdict = await db.ReadAsync(tx => VerdictLoader.FindAsync(tx, request.Id, HttpContext.Actor()), ct);
        await Send.ResourceAsync(verdict.OrNotFound("verdict", request.Id));
    }
}
