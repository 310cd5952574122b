namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>A request that names a rating.</summary>
internal interface INamesRating
{
    NameOrNumber? Rating { get; }

    NameOrNumber? Scale { get; }
}

/// <summary>The part of a verdict that clients write.</summary>
internal record VerdictBody : INamesRating
{
    /// <summary>Name or value of a rating on the scale.</summary>
    public NameOrNumber? Rating { get; init; }

    /// <summary>Name or id of the rating scale; the default scale if left out.</summary>
    public NameOrNumber? Scale { get; init; }

    public string? Justification { get; init; }

    /// <summary>The evidence that it rests on; if left out, all evidence that the claim has at that moment.</summary>
    public IReadOnlyList<long>? EvidenceIds { get; init; }

    /// <summary>The day up to which the facts were checked.</summary>
    public DateOnly? ValidAsOf { get; init; }

    /// <summary>The day on which it should be reviewed.</summary>
    public DateOnly? ReviewDue { get; init; }

    /// <summary>The published text about the verdict.</summary>
    public Review? Review { get; init; }
}

/// <summary>The part of a draft that clients edit.</summary>
internal sealed record VerdictEdit : VerdictBody
{
    /// <summary>The reason for the correction. Only for a draft that corrects a verdict.</summary>
    public CorrectionNote? Correction { get; init; }
}

/// <summary>The published text about a verdict, such as a fact-check article.</summary>
internal sealed record Review
{
    public string? Url { get; init; }

    public string? Title { get; init; }
}

/// <summary>The reason for changing a published verdict, as clients write it.</summary>
internal record CorrectionNote
{
    public CorrectionKind? Kind { get; init; }

    /// <summary>The reason, which is public.</summary>
    public string? Reason { get; init; }

    /// <summary>The text for the readers of the verdict.</summary>
    public string? PublicText { get; init; }
}

internal sealed class NamesRatingValidator : AbstractValidator<INamesRating>
{
    public static readonly NamesRatingValidator Instance = new();

    public NamesRatingValidator()
    {
        RuleFor(static v => v.Rating!.Name).Optional(Limits.Tag).OverridePropertyName("rating").When(static v => v.Rating is not null);
        RuleFor(static v => v.Scale!.Name).Optional(Limits.Title).OverridePropertyName("scale").When(static v => v.Scale is not null);
    }
}

internal static class EvidenceIdRules
{
    public static void Citable<T>(this IRuleBuilder<T, IReadOnlyList<long>?> rule) => rule.AtMost(Limits.EvidenceOfVerdict)
        .Must(static ids => ids is null || ids.Distinct().Count() == ids.Count).WithMessage("must name each evidence record once");
}

internal sealed class VerdictBodyValidator : AbstractValidator<VerdictBody>
{
    public static readonly VerdictBodyValidator Instance = new();

    public VerdictBodyValidator()
    {
        RuleFor(static v => v.Rating).Present();
        Include(NamesRatingValidator.Instance);
        RuleFor(static v => v.Justification).Required(Limits.Justification);
        RuleFor(static v => v.EvidenceIds).Citable();
        RuleFor(static v => v.Review!).SetValidator(new ReviewValidator()).When(static v => v.Review is not null);
    }
}

internal sealed class VerdictEditValidator : AbstractValidator<VerdictEdit>
{
    public static readonly VerdictEditValidator Instance = new();

    public VerdictEditValidator()
    {
        Include(VerdictBodyValidator.Instance);
        RuleFor(static v => v.Correction!).SetValidator(CorrectionNoteValidator.Instance).When(static v => v.Correction is not null);
    }
}

internal sealed class ReviewValidator : AbstractValidator<Review>
{
    public ReviewValidator()
    {
        RuleFor(static r => r.Url).HttpUrl();
        RuleFor(static r => r.Title).Optional(Limits.Title);
    }
}

internal sealed class CorrectionNoteValidator : AbstractValidator<CorrectionNote>
{
    public static readonly CorrectionNoteValidator Instance = new();

    public CorrectionNoteValidator()
    {
        RuleFor(static c => c.Kind).Present();
        RuleFor(static c => c.Reason).Required(Limits.Reason);
        RuleFor(static c => c.PublicText).Required(Limits.Reason);
    }
}
