using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.RatingScales;

internal sealed record ListRatingScalesRequest : ResourcesRequest;

internal sealed class ListRatingScalesValidator : PageRequestValidator<ListRatingScalesRequest>;

internal sealed class ListRatingScales : ListEndpoint<ListRatingScalesRequest, RatingScaleResponse>
{
    public override void Configure()
    {
        Get("");
        Group<RatingScalesGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "List rating scales";
            s.Description = "The public sees the default scale and those of published verdicts.";
        });
        Description(static d => d.Produces<Page<RatingScaleResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListRatingScalesRequest request) => SortColumn.ById("s.id");

    public override Task<Page<RatingScaleResponse>> ReadAsync(ReadTx tx, Actor actor, ListRatingScalesRequest request, Keyset keyset) =>
        tx.PageAsync(
            keyset,
            "s.id",
            "rating_scales s",
            new Filter().OnlyScalesSeenBy(actor).AnyOf("s.id", request.Ids),
            ids => RatingScaleReader.LoadAsync(tx, ids));
}
