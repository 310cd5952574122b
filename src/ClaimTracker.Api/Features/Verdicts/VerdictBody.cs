namespace ClaimTracker.Api.Features.Verdicts;

/// <summary>The part of a verdict that clients write.</summary>
internal record VerdictBody
{
    /// <summary>Name or value of a rating of the scale.</summary>
    public NameOrNumber? Rating { get; init; }

    /// <summary>Name or id of the rating scale; the default one, if left out.</summary>
    public NameOrNumber? Scale { get; init; }

    public string? Justification { get; init; }

    /// <summary>The evidence that it rests on; if left out, all that the claim has at that moment.</summary>
    public IReadOnlyList<long>? EvidenceIds { get; init; }

    /// <summary>The day up to which facts were looked at.</summary>
    public DateOnly? ValidAsOf { get; init; }

    /// <summary>The day on which it should be looked at again.</summary>
    public DateOnly? ReviewDue { get; init; }

    /// <summary>Where the verdict is told in public.</summary>
    public Review? Review { get; init; }
}

/// <summary>The public statement of a published verdict.</summary>
internal sealed record Review
{
    public string? Url { get; init; }

    public string? Title { get; init; }
}

internal sealed class VerdictBodyValidator : AbstractValidator<VerdictBody>
{
    public static readonly VerdictBodyValidator Instance = new();

    public VerdictBodyValidator()
    {
        RuleFor(static v => v.Rating).Present();
        RuleFor(static v => v.Rating!.Name).Optional(Limits.Tag).OverridePropertyName("rating").When(static v => v.Rating is not null);
        RuleFor(static v => v.Scale!.Name).Optional(Limits.Title).OverridePropertyName("scale").When(static v => v.Scale is not null);
        RuleFor(static v => v.Justification).Required(Limits.Justification);
        RuleFor(static v => v.EvidenceIds).AtMost(Limits.EvidenceOfVerdict).EachOnce();
        RuleFor(static v => v.Review!).SetValidator(new ReviewValidator()).When(static v => v.Review is not null);
    }
}

internal static class EvidenceIdRules
{
    public static IRuleBuilderOptions<T, IReadOnlyList<long>?> EachOnce<T>(this IRuleBuilder<T, IReadOnlyList<long>?> rule) =>
        rule.Must(static ids => ids is null || ids.Distinct().Count() == ids.Count).WithMessage("must name each evidence record once");
}

internal sealed class ReviewValidator : AbstractValidator<Review>
{
    public ReviewValidator()
    {
        RuleFor(static r => r.Url).HttpUrl();
        RuleFor(static r => r.Title).Optional(Limits.Title);
    }
}
