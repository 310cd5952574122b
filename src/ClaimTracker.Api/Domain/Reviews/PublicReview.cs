using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Judgements;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Reviews;

/// <summary>What the world is told of a verdict: the verdict, its claim, and the verdicts that it replaced.</summary>
/// <param name="Verdict">The verdict as the public sees it.</param>
/// <param name="About">Its claim.</param>
/// <param name="Chain">
/// The verdicts from the first of its line of corrections to itself. The first gives the review an id that stays.
/// </param>
internal sealed record PublicReview(VerdictResponse Verdict, ReviewedClaim About, IReadOnlyList<ReviewVersion> Chain)
{
    /// <summary>The id of the review, which a correction does not change.</summary>
    public long Id => Chain[0].Id;

    /// <summary>When it was first published; null for a draft.</summary>
    public DateTimeOffset? FirstPublishedAt => Chain[0].PublishedAt;

    /// <summary>When it was last published, corrected or retracted; null for a draft.</summary>
    public DateTimeOffset? ModifiedAt => Verdict.Retraction?.At ?? Verdict.PublishedAt;

    /// <summary>The path of its page.</summary>
    public string Path => PathOf(Id);

    /// <summary>What to call it.</summary>
    public string Title => Verdict.Review?.Title ?? About.Headline ?? Verdict.Claim.Text;

    /// <summary>Whether the desk may still change it.</summary>
    public bool IsDraft => Verdict.State is VerdictState.Draft or VerdictState.InReview or VerdictState.Approved;

    /// <summary>Those of its versions that corrected the one before, the newest first.</summary>
    public IEnumerable<ReviewVersion> Corrections => Chain.Reverse().Where(static version => version.CorrectionPublicText is not null);

    public static string PathOf(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/reviews/{id}");
}

/// <summary>What a review says of its claim besides its words.</summary>
internal sealed record ReviewedClaim
{
    public required string? Headline { get; init; }

    public required string? Language { get; init; }

    public required IReadOnlyList<Appearance> Appearances { get; init; }

    public required IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Published articles with an address that make the claim.</summary>
    public required IReadOnlyList<ReviewedArticle>? Articles { get; init; }
}

/// <summary>An article that makes a claim.</summary>
internal sealed record ReviewedArticle(string Url, string? Title, PartialDate? PublishedOn);

/// <summary>A verdict in a line of corrections.</summary>
internal sealed record ReviewVersion
{
    public required long VerdictId { get; init; }

    public required long Id { get; init; }

    public required string Rating { get; init; }

    public required string Justification { get; init; }

    public required CorrectionKind? CorrectionKind { get; init; }

    public required string? CorrectionPublicText { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }
}
