using FastEndpoints;

namespace ClaimTracker.Api.Features.RatingScales;

/// <summary>The ratings that verdicts are made of.</summary>
internal sealed class RatingScalesGroup : Group
{
    public const string Address = "/api/v1/rating-scales/";

    public RatingScalesGroup() => Configure("", static group => group.Tags("Rating scales"));
}
