using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>An article line by line, with its claims, verdicts and evidence: for its author, and to be kept.</summary>
internal sealed record FactSheetResponse
{
    public required long ArticleId { get; init; }

    /// <summary>The newest version.</summary>
    public required int Version { get; init; }

    public required string? Title { get; init; }

    public required string? Byline { get; init; }

    public required string? Publisher { get; init; }

    public required PartialDate? PublishedOn { get; init; }

    public required string? Url { get; init; }

    /// <summary>The sentences in the order of the text. Those that were taken out but still have claims come last.</summary>
    public required IReadOnlyList<FactLine> Lines { get; init; }
}

/// <summary>A sentence on a fact sheet.</summary>
internal sealed record FactLine
{
    /// <summary>Its number in the newest version, from 1; null if it was taken out.</summary>
    public required int? Line { get; init; }

    public required long SentenceId { get; init; }

    public required string Sentence { get; init; }

    public required SentenceState State { get; init; }

    /// <summary>The reason why it is skipped or not checkable.</summary>
    public required string? Reason { get; init; }

    public required IReadOnlyList<FactClaim> Claims { get; init; }
}

/// <summary>A claim of a sentence on a fact sheet, with the house verdict; before there is one, the newest draft.</summary>
internal sealed record FactClaim
{
    public required long Id { get; init; }

    public required string Claim { get; init; }

    public required SentenceRole Role { get; init; }

    public required ClaimStatus Status { get; init; }

    /// <summary>The words that were checked, if the sentence was edited since.</summary>
    public required string? SentenceWas { get; init; }

    public required bool NeedsRecheck { get; init; }

    public required string? Rating { get; init; }

    public required VerdictState? VerdictState { get; init; }

    public required string? Justification { get; init; }

    /// <summary>The author of the verdict.</summary>
    public required string? CheckedBy { get; init; }

    /// <summary>The editor who approved it.</summary>
    public required string? SecondReader { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The evidence that the verdict cites, as it was then; outside the desk, without what is not public.</summary>
    public required IReadOnlyList<CitedEvidence> Evidence { get; init; }

    /// <summary>The number of all evidence records that the verdict cites, shown or not.</summary>
    public required int EvidenceCount { get; init; }

    public required Outcome? Outcome { get; init; }

    /// <summary>The reason of the outcome. Only for the desk: null for readers.</summary>
    public required string? OutcomeNote { get; init; }

    public required string? OutcomeBy { get; init; }

    public required DateTimeOffset? OutcomeAt { get; init; }
}
