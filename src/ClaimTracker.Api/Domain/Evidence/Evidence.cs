using System.Diagnostics.CodeAnalysis;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Domain.Evidence;

/// <summary>The part of an evidence record that clients write.</summary>
internal record EvidenceBody
{
    /// <summary>The words of the source, verbatim.</summary>
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

/// <summary>One excerpt of one source, and the claims that it bears on.</summary>
internal record EvidenceResponse
{
    public required long Id { get; init; }

    public required SourceResponse Source { get; init; }

    public required string Excerpt { get; init; }

    public required Locator Locator { get; init; }

    public required string? Note { get; init; }

    public required IReadOnlyList<EvidenceLink> Links { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The part that clients write.</summary>
    public EvidenceBody ToBody() => new() { Excerpt = Excerpt, Locator = Locator, Note = Note };
}

/// <summary>An evidence record behind a sentence, with the claim of the sentence that it bears on.</summary>
internal sealed record SentenceEvidence : EvidenceResponse
{
    [SetsRequiredMembers]
    private SentenceEvidence(EvidenceResponse evidence)
        : base(evidence)
    {
    }

    public required long ClaimId { get; init; }

    public required Stance Stance { get; init; }

    public static SentenceEvidence Of(EvidenceResponse evidence, long claimId) =>
        new(evidence) { ClaimId = claimId, Stance = evidence.Links.Single(l => l.ClaimId == claimId).Stance };
}
