namespace ClaimTracker.Api.Features.RatingScales;

internal sealed class GetRatingScale : ReadEndpoint<OneRequest, RatingScaleResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<RatingScalesGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s => s.Summary = "One rating scale, with its ratings");
        Description(static d => d.Produces<RatingScaleResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<RatingScaleResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await RatingScaleReader.FindAsync(tx, request.Id, actor)).OrNotFound(Subject.RatingScale(request.Id));
}
