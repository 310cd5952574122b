using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record GetEvidenceRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class GetEvidence(Db db) : Endpoint<GetEvidenceRequest, EvidenceResponse>
{
    public override void Configure()
    {
        Get("/evidence/{id}");
        Group<EvidenceGroup>();
        Description(static d => d
            .For(Permission.Read)
            .Says("One evidence record, with its source and claims")
            .Gives<EvidenceResponse>().Refuses(404));
    }

    public override async Task HandleAsync(GetEvidenceRequest request, CancellationToken ct)
    {
        var evidence = await db.ReadAsync(tx => EvidenceLoader.FindAsync(tx, request.Id), ct);
        await Send.ResourceAsync(evidence.OrNotFound("evidence", request.Id));
    }
}
