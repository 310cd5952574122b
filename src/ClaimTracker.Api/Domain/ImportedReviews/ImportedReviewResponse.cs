namespace ClaimTracker.Api.Domain.ImportedReviews;

/// <summary>A review that another publisher made. It is no verdict of this desk.</summary>
internal record ImportedReviewResponse
{
    public required long Id { get; init; }

    /// <summary>The address of the review.</summary>
    public required string Url { get; init; }

    public required string? Title { get; init; }

    /// <summary>The name of the publisher, as the review gives it.</summary>
    public required string? Publisher { get; init; }

    /// <summary>The host of the address, without www.</summary>
    public required string Site { get; init; }

    /// <summary>The words that were reviewed.</summary>
    public required string Claim { get; init; }

    public required string? Claimant { get; init; }

    public required PartialDate? ClaimDate { get; init; }

    public required DateTimeOffset? ReviewedAt { get; init; }

    public required DateTimeOffset? ChangedAt { get; init; }

    public required string? Language { get; init; }

    /// <summary>The rating as the publisher words it.</summary>
    public required string? Rating { get; init; }

    public required double? RatingValue { get; init; }

    public required double? BestRating { get; init; }

    public required double? WorstRating { get; init; }

    /// <summary>The rating in words that all publishers share: by its words, or else by its number.</summary>
    public required NormalisedRating Normalised { get; init; }

    /// <summary>Where the claim was made.</summary>
    public required IReadOnlyList<string> Appearances { get; init; }

    /// <summary>The feed that brought it; null if a file did.</summary>
    public required string? FeedUrl { get; init; }

    /// <summary>The earlier form of this review, which it replaces.</summary>
    public required long? Replaces { get; init; }

    /// <summary>The later form of this review, which replaces it.</summary>
    public required long? ReplacedBy { get; init; }

    /// <summary>Who had it imported.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The same, with the markup that it was read from.</summary>
internal sealed record MarkedReviewResponse : ImportedReviewResponse
{
    /// <summary>The markup as it came in, as JSON.</summary>
    public required string Markup { get; init; }
}
