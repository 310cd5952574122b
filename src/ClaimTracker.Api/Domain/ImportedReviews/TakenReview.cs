namespace ClaimTracker.Api.Domain.ImportedReviews;

/// <summary>A review that others published, as its markup tells it.</summary>
internal sealed record TakenReview
{
    /// <summary>The address of the review.</summary>
    public required string? Url { get; init; }

    public string? Title { get; init; }

    /// <summary>The name of the publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>The words that were reviewed.</summary>
    public required string? Claim { get; init; }

    public string? Claimant { get; init; }

    public PartialDate? ClaimDate { get; init; }

    public DateTimeOffset? ReviewedAt { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public string? Language { get; init; }

    /// <summary>The rating in the words of the publisher.</summary>
    public string? Rating { get; init; }

    public double? RatingValue { get; init; }

    public double? BestRating { get; init; }

    public double? WorstRating { get; init; }

    /// <summary>Where the claim was made.</summary>
    public IReadOnlyList<string> Appearances { get; init; } = [];

    /// <summary>The markup, as JSON: whatever no member has stays in it.</summary>
    public required string Markup { get; init; }

    /// <summary>The host of the address, without www.</summary>
    public string Site => SiteOf(new Uri(Url!).IdnHost);

    /// <summary>The rating in words that all publishers share.</summary>
    public NormalisedRating Normalised => RatingLabels.Normalise(Rating, RatingValue, BestRating, WorstRating);

    /// <summary>When it became what it is.</summary>
    public DateTimeOffset? AsOf => ChangedAt ?? ReviewedAt;

    /// <summary>The name of a host by which reviews are looked up.</summary>
    public static string SiteOf(string host)
    {
        var site = host.Trim().TrimEnd('.').ToLowerInvariant();
        return site.StartsWith("www.", StringComparison.Ordinal) ? site[4..] : site;
    }
}

internal sealed class TakenReviewValidator : AbstractValidator<TakenReview>
{
    public static readonly TakenReviewValidator Instance = new();

    private TakenReviewValidator()
    {
        RuleFor(static r => r.Url).NotNull().WithMessage("is required: it is the address of the review");
        RuleFor(static r => r.Url).HttpUrl();
        RuleFor(static r => r.Claim).Required(Limits.Excerpt);
        RuleFor(static r => r.Title).AtMost(Limits.Text);
        RuleFor(static r => r.Publisher).AtMost(Limits.Text);
        RuleFor(static r => r.Claimant).AtMost(Limits.Text);
        RuleFor(static r => r.Rating).AtMost(Limits.Text);
        RuleFor(static r => r.Appearances).AtMost(Limits.Appearances);
    }
}
