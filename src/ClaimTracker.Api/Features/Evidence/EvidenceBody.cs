using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Evidence;

/// <summary>The part of an evidence record that clients write.</summary>
internal record EvidenceBody
{
    /// <summary>The words of the source, as they stand there.</summary>
    public string? Excerpt { get; init; }

    public Locator? Locator { get; init; }

    public string? Note { get; init; }
}

internal sealed class EvidenceBodyValidator : AbstractValidator<EvidenceBody>
{
    public static readonly EvidenceBodyValidator Instance = new();

    public EvidenceBodyValidator()
    {
        RuleFor(static e => e.Excerpt).Required(Limits.Excerpt);
        RuleFor(static e => e.Locator!).SetValidator(new LocatorValidator()).When(static e => e.Locator is not null);
        RuleFor(static e => e.Note).Optional(Limits.Text);
    }
}
