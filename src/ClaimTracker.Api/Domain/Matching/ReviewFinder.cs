using ClaimTracker.Api.Domain.ImportedReviews;

namespace ClaimTracker.Api.Domain.Matching;

/// <summary>A review of another publisher that may be about what a text says. It is a suggestion, and no verdict of this desk.</summary>
internal sealed record MatchedReview
{
    public required long ReviewId { get; init; }

    /// <summary>The address of the review.</summary>
    public required string Url { get; init; }

    public required string? Publisher { get; init; }

    public required string Site { get; init; }

    /// <summary>The words that were reviewed.</summary>
    public required string Claim { get; init; }

    public required string? Claimant { get; init; }

    /// <summary>The rating as the publisher words it.</summary>
    public required string? Rating { get; init; }

    public required NormalisedRating Normalised { get; init; }

    public required DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>How likely it is about the same, from 0 to 1: by words and spelling, without a model.</summary>
    public required double Score { get; init; }

    /// <summary>Whether the score is high and `mayDiffer` is empty.</summary>
    public required bool LikelySame { get; init; }

    /// <summary>What may make it another claim: a negation, a number, a date, a name, a direction.</summary>
    public required IReadOnlyList<MatchDifference> MayDiffer { get; init; }
}

/// <summary>Finds reviews of other publishers that may be about what texts say.</summary>
internal sealed class ReviewFinder(Db db, ReviewIndex index)
{
    /// <summary>Reviews of a text, at most.</summary>
    public const int Most = 5;

    /// <summary>By words alone, what has less is rarely about the same.</summary>
    private const double LeastScore = 0.2;

    /// <returns>The reviews for each text, best first.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<MatchedReview>>> FindAsync(
        IReadOnlyList<AskedText> asked, CancellationToken cancellation)
    {
        var reviews = await index.FollowAsync(cancellation);
        if (reviews.Count == 0)
        {
            return [.. asked.Select(static _ => Array.Empty<MatchedReview>())];
        }

        var found = asked.Select(text =>
        {
            cancellation.ThrowIfCancellationRequested();
            return reviews.Find(new MatchQuery(text.Text, Most) { Title = text.Title }).Where(static match => match.Score >= LeastScore)
                .ToList();
        }).ToList();
        long[] ids = [.. found.SelectMany(static matches => matches).Select(static match => match.Id).Distinct()];
        var rows = await db.AskAsync(tx => ImportedReviewReader.FindAllAsync(tx, ids), cancellation);
        return
        [
            .. found.Select((matches, i) => matches.Where(match => rows.ContainsKey(match.Id))
                .Select(match => Matched(asked[i].Text, match.Score, rows[match.Id]))
                .ToList()),
        ];
    }

    private static MatchedReview Matched(string text, double score, ImportedReviewResponse review)
    {
        var differences = MatchDifference.Between(text, review.Claim);
        return new MatchedReview
        {
            ReviewId = review.Id,
            Url = review.Url,
            Publisher = review.Publisher,
            Site = review.Site,
            Claim = review.Claim,
            Claimant = review.Claimant,
            Rating = review.Rating,
            Normalised = review.Normalised,
            ReviewedAt = review.ReviewedAt,
            Score = Math.Round(score, 3),
            LikelySame = score >= ClaimComparer.LikelyFrom && differences.Count == 0,
            MayDiffer = differences,
        };
    }
}
