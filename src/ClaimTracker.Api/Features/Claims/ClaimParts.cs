using ClaimTracker.Api.Domain.Evidence;
using ClaimTracker.Api.Domain.Judgements;
using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>A sentence that a new claim is linked to.</summary>
internal sealed record SentenceOfClaim
{
    public long? SentenceId { get; init; }

    /// <summary>The sentence's part: it asserts (the default), repeats or denies the claim.</summary>
    public SentenceRole? Role { get; init; }

    /// <summary>The words that make the claim, as they are in the sentence; instead of `spanStart` and `spanEnd`.</summary>
    public string? Span { get; init; }

    /// <summary>First code point of those words, in the text of the article.</summary>
    public int? SpanStart { get; init; }

    /// <summary>End of those words, exclusive.</summary>
    public int? SpanEnd { get; init; }
}

/// <summary>An evidence record of a new claim, as for POST /claims/{id}/evidence.</summary>
internal sealed record EvidenceOfClaim : EvidenceAttachment;

/// <summary>A draft of a verdict on a new claim, as for POST /claims/{id}/verdicts.</summary>
internal sealed record VerdictOfClaim : VerdictBody
{
    /// <summary>Whether it is submitted for review as well.</summary>
    public bool? Submit { get; init; }
}

internal sealed class SentenceOfClaimValidator : AbstractValidator<SentenceOfClaim>
{
    public static readonly SentenceOfClaimValidator Instance = new();

    public SentenceOfClaimValidator()
    {
        RuleFor(static s => s.SentenceId).Present();
        RuleFor(static s => s.Span).WordsOrNumbers(static s => s.SpanStart ?? s.SpanEnd);
    }
}

internal sealed class EvidenceOfClaimValidator : EvidenceAttachmentValidator<EvidenceOfClaim>
{
    public static readonly EvidenceOfClaimValidator Instance = new();
}
