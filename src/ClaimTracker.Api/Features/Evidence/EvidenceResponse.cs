using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Evidence;

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

/// <summary>What an evidence record says about one claim.</summary>
internal sealed record EvidenceLink
{
    public required long ClaimId { get; init; }

    public required Stance Stance { get; init; }

    /// <summary>The evidence set: members of a set are needed together, sets are alternatives.</summary>
    public required int? Set { get; init; }

    public required string? Note { get; init; }

    /// <summary>The question that the evidence answers.</summary>
    public required string? Question { get; init; }

    public required string? AnswerType { get; init; }
}
