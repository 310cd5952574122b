using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Evidence;

/// <summary>An evidence record behind a sentence: through which of its claims, and with what stance.</summary>
internal sealed record SentenceEvidence : EvidenceResponse
{
    public required long ClaimId { get; init; }

    public required Stance Stance { get; init; }

    public static SentenceEvidence Of(EvidenceResponse evidence, long claimId) => new()
    {
        ClaimId = claimId,
        Stance = evidence.Links.Single(l => l.ClaimId == claimId).Stance,
        Id = evidence.Id,
        Source = evidence.Source,
        Excerpt = evidence.Excerpt,
        Locator = evidence.Locator,
        Note = evidence.Note,
        Links = evidence.Links,
        CreatedAt = evidence.CreatedAt,
        UpdatedAt = evidence.UpdatedAt,
    };
}
