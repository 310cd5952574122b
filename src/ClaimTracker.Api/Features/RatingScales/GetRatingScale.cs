using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.RatingScales;

internal sealed record GetRatingScaleRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class GetRatingScale(Db db) : Endpoint<GetRatingScaleRequest, RatingScaleResponse>
{
    public override void Configure()
    {
        Get("/rating-scales/{id}");
        Group<RatingScalesGroup>();
        Description(static d => d.For(Permission.ReadPublished).Says("One rating scale with its ratings").Gives<RatingScaleResponse>().Refuses(404));
    }

    public override async Task HandleAsync(GetRatingScaleRequest request, CancellationToken ct)
    {
        var scales = await db.ReadAsync(tx => RatingScaleLoader.LoadAsync(tx, [request.Id]), ct);
        await Send.ResourceAsync(scales is [var scale] ? scale : throw Problem.NotFound("rating scale", request.Id));
    }
}
