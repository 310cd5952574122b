using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>
/// What went over to another claim in a merge, by its ids, and what both claims had, as it was: kept, so that all of it can go back.
/// </summary>
internal sealed record MovedParts
{
    public IReadOnlyList<long> Sentences { get; init; } = [];

    /// <summary>The sentences that the links of <see cref="Sentences"/> were first made on, by which later versions carry them.</summary>
    public IReadOnlyList<long> FirstSentences { get; init; } = [];

    public IReadOnlyList<SentenceRow> SameSentences { get; init; } = [];

    public IReadOnlyList<long> FormerLinks { get; init; } = [];

    public IReadOnlyList<long> Evidence { get; init; } = [];

    public IReadOnlyList<EvidenceRow> SameEvidence { get; init; } = [];

    public IReadOnlyList<long> Lists { get; init; } = [];

    public IReadOnlyList<PlaceRow> SameLists { get; init; } = [];

    public IReadOnlyList<long> Comments { get; init; } = [];

    /// <summary>The other claims of relations.</summary>
    public IReadOnlyList<long> Relations { get; init; } = [];

    public IReadOnlyList<RelationRow> SameRelations { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<Appearance> Appearances { get; init; } = [];

    /// <summary>Claims that had been merged into this one before.</summary>
    public IReadOnlyList<long> Merged { get; init; } = [];

    /// <summary>The verdict that spoke for the desk on this claim, where another one does so now.</summary>
    public long? House { get; init; }

    /// <summary>A link with a sentence. The span counts in the sentence.</summary>
    public sealed record SentenceRow
    {
        public required long SentenceId { get; init; }

        public required SentenceRole Role { get; init; }

        public required int? SpanStart { get; init; }

        public required int? SpanEnd { get; init; }

        public required bool NeedsRecheck { get; init; }

        public required long? FirstSentence { get; init; }

        public required Outcome? Outcome { get; init; }

        public required string? OutcomeNote { get; init; }

        public required string? OutcomeBy { get; init; }

        public required DateTimeOffset? OutcomeAt { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }
    }

    /// <summary>A link with evidence.</summary>
    public sealed record EvidenceRow
    {
        public required long EvidenceId { get; init; }

        public required Stance Stance { get; init; }

        public required int? SetNumber { get; init; }

        public required string? Note { get; init; }

        public required string? Question { get; init; }

        public required string? AnswerType { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }
    }

    /// <summary>A place on a list.</summary>
    public sealed record PlaceRow
    {
        public required long ListId { get; init; }

        public required int Position { get; init; }

        public required string? Note { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }
    }

    /// <summary>A relation, as the claim itself sees it.</summary>
    public sealed record RelationRow
    {
        public required long OtherId { get; init; }

        public required ClaimRelation Relation { get; init; }

        public required string? Note { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }
    }
}
