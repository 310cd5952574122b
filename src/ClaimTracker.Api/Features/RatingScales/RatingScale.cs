namespace ClaimTracker.Api.Features.RatingScales;

/// <summary>A rating as clients write it.</summary>
internal sealed record RatingBody
{
    public string? Name { get; init; }

    public double? Value { get; init; }

    /// <summary>A colour such as #2166ac.</summary>
    public string? Colour { get; init; }

    public string? Definition { get; init; }

    /// <summary>Whether a sentence with this verdict must be changed before publication; true if left out.</summary>
    public bool? NeedsChange { get; init; }

    /// <summary>Whether a verdict with this rating must rest on evidence; true if left out.</summary>
    public bool? NeedsEvidence { get; init; }
}

internal sealed class RatingBodyValidator : AbstractValidator<RatingBody>
{
    public RatingBodyValidator()
    {
        RuleFor(static r => r.Name).Required(Limits.Tag);
        RuleFor(static r => r.Value)
            .Must(static value => value is null || double.IsFinite(value.Value)).WithMessage("must be a finite number");
        RuleFor(static r => r.Colour)
            .Must(static c => c is null || (c.Length == 7 && c[0] == '#' && c.Skip(1).All(char.IsAsciiHexDigit)))
            .WithMessage("must be a colour such as #2166ac");
        RuleFor(static r => r.Definition).Optional(Limits.Text);
    }
}

/// <summary>An ordered list of ratings.</summary>
internal sealed record RatingScaleResponse
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The lowest value of a rating, as in ClaimReview; null if no rating has a value.</summary>
    public required double? Worst { get; init; }

    /// <summary>The highest value of a rating; null if no rating has a value.</summary>
    public required double? Best { get; init; }

    /// <summary>Whether this is the scale of verdicts that name no other.</summary>
    public required bool IsDefault { get; init; }

    public IReadOnlyList<ScaleRating> Ratings { get; init; } = [];
}

/// <summary>One judgement of a scale.</summary>
internal record ScaleRating
{
    public required string Name { get; init; }

    public required double? Value { get; init; }

    public required string? Colour { get; init; }

    public required string? Definition { get; init; }

    /// <summary>Whether a sentence with this verdict must be changed before publication.</summary>
    public required bool NeedsChange { get; init; }

    /// <summary>Whether a verdict with this rating must rest on evidence.</summary>
    public required bool NeedsEvidence { get; init; }
}
