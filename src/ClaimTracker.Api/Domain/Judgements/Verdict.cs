using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Sources;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>The desk's dated, numbered judgement on one claim.</summary>
internal sealed record VerdictResponse : IOfClaim
{
    public required long Id { get; init; }

    public required long ClaimId { get; init; }

    /// <summary>The claim that it judges.</summary>
    public required JudgedClaim Claim { get; init; }

    /// <summary>The number among the verdicts on the claim, from 1.</summary>
    public required int Number { get; init; }

    public required VerdictScale Scale { get; init; }

    public required RatingName Rating { get; init; }

    public required string Justification { get; init; }

    /// <summary>The evidence that it rests on, as it was when it was cited; outside the desk, without what is not public.</summary>
    public required IReadOnlyList<CitedEvidence> Evidence { get; init; }

    /// <summary>The number of all evidence records that it rests on, shown or not.</summary>
    public required int EvidenceCount { get; init; }

    public required VerdictState State { get; init; }

    public required string Author { get; init; }

    public required string? Reviewer { get; init; }

    /// <summary>imported, if it was made elsewhere: then nobody at this desk reviewed it, and its author is who imported it.</summary>
    public required VerdictOrigin? Origin { get; init; }

    /// <summary>Who made it elsewhere.</summary>
    public required string? OriginAuthor { get; init; }

    /// <summary>The day up to which the facts were checked.</summary>
    public required DateOnly? ValidAsOf { get; init; }

    /// <summary>The day on which it should be reviewed.</summary>
    public required DateOnly? ReviewDue { get; init; }

    /// <summary>Whether it speaks for the desk if several verdicts on the claim are published.</summary>
    public required bool House { get; init; }

    /// <summary>The verdict that this one corrects.</summary>
    public required long? Supersedes { get; init; }

    /// <summary>The verdict that corrects this one. Before its publication, readers and the public see null.</summary>
    public required long? SupersededBy { get; init; }

    public required VerdictCorrection? Correction { get; init; }

    public required VerdictRetraction? Retraction { get; init; }

    public required Review? Review { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The lines of the article that made the claim, in a list with `articleId` that the desk reads; otherwise null.</summary>
    public IReadOnlyList<JudgedLine>? Lines { get; init; }

    /// <summary>The part that clients write.</summary>
    public VerdictEdit ToEdit() => new()
    {
        Rating = Rating.Name,
        Scale = Scale.Id,
        Justification = Justification,
        EvidenceIds = [.. Evidence.Select(static e => e.Id)],
        ValidAsOf = ValidAsOf,
        ReviewDue = ReviewDue,
        Review = Review,
        Correction = Correction is null
            ? null
            : new CorrectionNote { Kind = Correction.Kind, Reason = Correction.Reason, PublicText = Correction.PublicText },
    };
}

/// <summary>A claim as its verdict shows it.</summary>
internal sealed record JudgedClaim(long Id, string Text, IReadOnlyList<ClaimClaimant> Claimants, PartialDate? ClaimDate);

/// <summary>The rating scale of a verdict.</summary>
internal sealed record VerdictScale(long Id, string Name, double? Worst, double? Best);

/// <summary>The reason for changing a published verdict, and the text for its readers.</summary>
internal sealed record VerdictCorrection(CorrectionKind Kind, string Reason, string PublicText);

/// <summary>The reason for retracting a published verdict.</summary>
internal sealed record VerdictRetraction(string Reason, DateTimeOffset At);
