using ClaimTracker.Api.Domain.ImportedReviews;
using ClaimTracker.Api.Domain.Reviews;

namespace ClaimTracker.Api.Features.FactCheckTools;

/// <summary>Claims in the shape of Google's Fact Check Tools API.</summary>
internal sealed record SearchClaimsResponse(IReadOnlyList<FoundClaim> Claims, string? NextPageToken);

/// <summary>A claim with its reviews.</summary>
internal sealed record FoundClaim(string Text, string? Claimant, string? ClaimDate, IReadOnlyList<FoundReview> ClaimReview)
{
    /// <summary>A review of this desk.</summary>
    /// <param name="review">The review.</param>
    /// <param name="publisher">The name and the site of the desk.</param>
    /// <param name="address">The address of its page.</param>
    public static FoundClaim Of(PublicReview review, FoundPublisher publisher, string address)
    {
        var claim = review.Verdict.Claim;
        return new FoundClaim(
            claim.Text,
            claim.Claimants.Count == 0 ? null : string.Join("; ", claim.Claimants.Select(static one => one.Name)),
            Day(claim.ClaimDate),
            [
                new FoundReview(
                    publisher,
                    review.Verdict.Review?.Url ?? address,
                    review.Title,
                    review.ModifiedAt,
                    review.Verdict.Rating.Name,
                    review.About.Language),
            ]);
    }

    /// <summary>A review of another publisher. A rating without words is its number.</summary>
    public static FoundClaim Of(ImportedReviewResponse review) => new(
        review.Claim,
        review.Claimant,
        Day(review.ClaimDate),
        [
            new FoundReview(
                new FoundPublisher(review.Publisher ?? review.Site, review.Site),
                review.Url,
                review.Title ?? review.Claim,
                review.ChangedAt ?? review.ReviewedAt,
                review.Rating ?? review.RatingValue?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
                review.Language),
        ]);

    private static string? Day(PartialDate? date) => date?.ToString() is { Length: 10 } day ? day + "T00:00:00Z" : null;
}

/// <summary>A review of a claim.</summary>
internal sealed record FoundReview(
    FoundPublisher Publisher, string Url, string Title, DateTimeOffset? ReviewDate, string TextualRating, string? LanguageCode);

/// <summary>The publisher of a review.</summary>
internal sealed record FoundPublisher(string Name, string Site);

