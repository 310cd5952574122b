using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Reviews;

/// <summary>Something that Google's guideline would reject or advise against.</summary>
/// <param name="Property">The property of the ClaimReview.</param>
/// <param name="Severity">`error`: the markup is not taken. `warning`: it is taken, and says less than it could.</param>
/// <param name="Problem">What is wrong, and what would be right.</param>
internal sealed record ClaimReviewProblem(string Property, ProblemSeverity Severity, string Problem);

internal enum ProblemSeverity { Error, Warning }

/// <summary>
/// The rules of <see href="https://developers.google.com/search/docs/appearance/structured-data/factcheck">Google's guideline</see>, which
/// Fact Check Explorer and the Fact Check Tools API go by.
/// </summary>
internal static class ClaimReviewRules
{
    /// <summary>A longer claim is wrapped or cut where it is shown.</summary>
    public const int ShownClaim = 75;

    public static IReadOnlyList<ClaimReviewProblem> Problems(PublicReview review, ReviewPublisher publisher, string address)
    {
        var (verdict, problems) = (review.Verdict, new List<ClaimReviewProblem>());
        var url = verdict.Review?.Url ?? address;
        Error(review.IsDraft, "creativeWorkStatus", "is Draft: only a published verdict is a review");
        Error(verdict.State == VerdictState.Retracted, "creativeWorkStatus", "is Retracted: take the markup off the page of the review");
        Error(verdict.State == VerdictState.Superseded, "creativeWorkStatus", "is Superseded: use the verdict that corrected it");
        Error(!url.StartsWith("https://", StringComparison.Ordinal), "url", "must be the https address of the public page of the review");
        Error(publisher.Name is null, "author.name", "must be the name of the publisher: the setting Publication:Name");
        Warn(publisher.Url is null, "author.url", "should be the home page of the publisher: the setting Publication:Url");
        Warn(verdict.Rating.Value is null, "reviewRating.ratingValue", "is missing, as the rating has no value: the words stand alone");
        Error(
            verdict.Rating.Value is { } value && (value < verdict.Scale.Worst || value > verdict.Scale.Best),
            "reviewRating.ratingValue", "must be from worstRating to bestRating");
        Warn(
            verdict.Claim.Text.Length > ShownClaim,
            "claimReviewed",
            $"should have at most {ShownClaim} characters, and has {verdict.Claim.Text.Length}: it is wrapped or cut where it is shown");
        Warn(verdict.Claim.Claimants.Count == 0, "itemReviewed.author", "should name who made the claim");
        Warn(verdict.Claim.ClaimDate is null, "itemReviewed.datePublished", "should be the day on which the claim was made");
        Warn(
            review.About.Appearances.Count == 0 && review.About.Articles is not { Count: > 0 },
            "itemReviewed.appearance", "should be the address of a place where the claim was made");
        Error(
            review.About.Appearances.Any(one => one.Url == url), "itemReviewed.appearance", "must not be the page of the review itself");
        return problems;

        void Error(bool holds, string property, string problem) => Add(holds, property, ProblemSeverity.Error, problem);

        void Warn(bool holds, string property, string problem) => Add(holds, property, ProblemSeverity.Warning, problem);

        void Add(bool holds, string property, ProblemSeverity severity, string problem)
        {
            if (holds)
            {
                problems.Add(new ClaimReviewProblem(property, severity, problem));
            }
        }
    }
}
