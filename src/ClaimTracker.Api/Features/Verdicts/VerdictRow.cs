using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Verdicts;

/// <summary>A verdict as the database gives it, with its rating and scale.</summary>
internal sealed record VerdictRow
{
    public const string Sql = """
        select
            v.id,
            v.claim_id,
            v.number,
            s.id as scale_id,
            s.name as scale_name,
            s.worst,
            s.best,
            r.name as rating_name,
            r.value as rating_value,
            v.justification,
            v.state,
            v.author,
            v.reviewer,
            v.valid_as_of,
            v.review_due,
            v.house,
            v.supersedes,
            n.id as superseded_by,
            n.state as superseded_by_state,
            v.correction_kind,
            v.correction_reason,
            v.correction_public_text,
            v.retraction_reason,
            v.ended_at,
            v.review_url,
            v.review_title,
            v.created_at,
            v.updated_at,
            v.published_at
        from verdicts v
        join ratings r on r.id = v.rating_id
        join rating_scales s on s.id = r.scale_id
        left join verdicts n on n.supersedes = v.id
        where v.id in @ids
        """;

    public long Id { get; init; }

    public long ClaimId { get; init; }

    public int Number { get; init; }

    public long ScaleId { get; init; }

    public string ScaleName { get; init; } = "";

    public double? Worst { get; init; }

    public double? Best { get; init; }

    public string RatingName { get; init; } = "";

    public double? RatingValue { get; init; }

    public string Justification { get; init; } = "";

    public string State { get; init; } = "";

    public string Author { get; init; } = "";

    public string? Reviewer { get; init; }

    public DateOnly? ValidAsOf { get; init; }

    public DateOnly? ReviewDue { get; init; }

    public bool House { get; init; }

    public long? Supersedes { get; init; }

    public long? SupersededBy { get; init; }

    /// <summary>Where that one stands.</summary>
    public string? SupersededByState { get; init; }

    public string? CorrectionKind { get; init; }

    public string? CorrectionReason { get; init; }

    public string? CorrectionPublicText { get; init; }

    public string? RetractionReason { get; init; }

    /// <summary>When it was superseded or retracted.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public string? ReviewUrl { get; init; }

    public string? ReviewTitle { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public VerdictResponse ToResponse(IReadOnlyList<CitedEvidence> evidence, Actor actor) => new()
    {
        Id = Id,
        ClaimId = ClaimId,
        Number = Number,
        Scale = new VerdictScale(ScaleId, ScaleName, Worst, Best),
        Rating = new VerdictRating(RatingName, RatingValue),
        Justification = Justification,
        Evidence = evidence,
        State = EnumWords.Parse<VerdictState>(State),
        Author = Author,
        Reviewer = Reviewer,
        ValidAsOf = ValidAsOf,
        ReviewDue = ReviewDue,
        House = House,
        Supersedes = Supersedes,
        SupersededBy = SupersededByState is not null && actor.Sees(EnumWords.Parse<VerdictState>(SupersededByState)) ? SupersededBy : null,
        Correction = CorrectionKind is null
            ? null
            : new VerdictCorrection(EnumWords.Parse<CorrectionKind>(CorrectionKind), CorrectionReason!, CorrectionPublicText!),
        Retraction = RetractionReason is null ? null : new VerdictRetraction(RetractionReason, EndedAt!.Value),
        Review = ReviewUrl is null && ReviewTitle is null ? null : new Review { Url = ReviewUrl, Title = ReviewTitle },
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        PublishedAt = PublishedAt,
    };
}
