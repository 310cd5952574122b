using ClaimTracker.Api.Domain.ImportedReviews;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>Reviews of other publishers, as one object of a file has them.</summary>
internal sealed record ReviewItem(long Line, IReadOnlyList<TakenReview> Reviews) : ImportItem(Line)
{
    public override async Task<bool> TakeAsync(Change change, WaitingClaims waiting)
    {
        var isNew = false;
        foreach (var review in Reviews)
        {
            isNew |= await ImportedReviewWriter.TakeAsync(change, review);
        }

        return isNew;
    }

    /// <summary>Reads one object.</summary>
    public static ImportItem Of(JsonItem item) => ClaimReviewMarkup.Read(item.Value) is { Count: > 0 } reviews
        ? new ReviewItem(item.Number, reviews)
        : new UnreadItem(item.Number) { Fault = "It holds no ClaimReview, nor a claim with a claimReview." };
}
