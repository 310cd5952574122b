namespace ClaimTracker.Api.Features.Verdicts;

/// <summary>The desk's dated, numbered judgement on one claim.</summary>
internal sealed record VerdictResponse
{
    public required long Id { get; init; }

    public required long ClaimId { get; init; }

    /// <summary>Counts the verdicts on the claim, from 1.</summary>
    public required int Number { get; init; }

    public required VerdictScale Scale { get; init; }

    public required VerdictRating Rating { get; init; }

    public required string Justification { get; init; }

    /// <summary>What it rests on, as it stood when it was cited.</summary>
    public required IReadOnlyList<CitedEvidence> Evidence { get; init; }

    public required VerdictState State { get; init; }

    public required string Author { get; init; }

    public required string? Reviewer { get; init; }

    public required DateOnly? ValidAsOf { get; init; }

    public required DateOnly? ReviewDue { get; init; }

    /// <summary>Whether it speaks for the desk, where several verdicts stand on a claim.</summary>
    public required bool House { get; init; }

    /// <summary>The verdict that this one corrects.</summary>
    public required long? Supersedes { get; init; }

    /// <summary>The verdict that corrects this one; before that is published, only for those who may see drafts.</summary>
    public required long? SupersededBy { get; init; }

    public required VerdictCorrection? Correction { get; init; }

    public required VerdictRetraction? Retraction { get; init; }

    public required Review? Review { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

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
        Correction = Correction is null ? null : new CorrectionNote { Kind = Correction.Kind, Reason = Correction.Reason, PublicText = Correction.PublicText },
    };
}

internal sealed record VerdictScale(long Id, string Name, double? Worst, double? Best);

internal sealed record VerdictRating(string Name, double? Value);

/// <summary>Why a published verdict was changed, and what the readers are told.</summary>
internal sealed record VerdictCorrection(CorrectionKind Kind, string Reason, string PublicText);

/// <summary>Why a published verdict was taken back.</summary>
internal sealed record VerdictRetraction(string Reason, DateTimeOffset At);
