namespace ClaimTracker.Api.Features.RatingScales;

internal sealed class GetRatingScale(Db db) : Endpoint<OneRequest, RatingScaleResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<RatingScalesGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s => s.Summary = "One rating scale with its ratings");
        Description(static d => d.Produces<RatingScaleResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task HandleAsync(OneRequest request, CancellationToken ct)
    {
        var scales = await db.ReadAsync(tx => RatingScaleReader.LoadAsync(tx, [request.Id]), ct);
        await Send.ResourceAsync(scales is [var scale] ? scale : throw Subject.RatingScale(request.Id).NotFound());
    }
}
