using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Sources;

internal sealed record GetSourceRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class GetSource(Db db) : Endpoint<GetSourceRequest, SourceResponse>
{
    public override void Configure()
    {
        Get("/sources/{id}");
        Group<SourcesGroup>();
        Description(static d => d.For(Permission.Read).Says("One source").Gives<SourceResponse>().Refuses(404));
    }

    public override async Task HandleAsync(GetSourceRequest request, CancellationToken ct)
    {
        var source = await db.ReadAsync(tx => SourceRow.FindAsync(tx, request.Id), ct);
        await Send.ResourceAsync(source.OrNotFound("source", request.Id));
    }
}
