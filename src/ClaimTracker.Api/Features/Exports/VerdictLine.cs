using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>
/// One line of a verdict list: a verdict, its claim, and the first sentence that makes the claim, or made it in an older version (in the
/// article of the filter, if it names one). The members are in the order of the columns.
/// </summary>
internal sealed record VerdictLine
{
    public required long VerdictId { get; init; }

    public required long ClaimId { get; init; }

    public required string Claim { get; init; }

    public IReadOnlyList<string> Claimants { get; init; } = [];

    public required PartialDate? ClaimDate { get; init; }

    public required string Rating { get; init; }

    public required double? RatingValue { get; init; }

    public required string Scale { get; init; }

    public required string Justification { get; init; }

    public required VerdictState State { get; init; }

    public required DateOnly? ValidAsOf { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    public required string? ReviewUrl { get; init; }

    public required long? ArticleId { get; init; }

    public required string? ArticleUrl { get; init; }

    public required string? ArticleTitle { get; init; }

    public required long? SentenceId { get; init; }

    public required string? Sentence { get; init; }

    /// <summary>All evidence that the verdict cites, shown outside the desk or not.</summary>
    public required int EvidenceCount { get; init; }

    public IReadOnlyList<string> SourceUrls { get; init; } = [];

    public required long? Supersedes { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was superseded or retracted.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>What kind of correction it is; null if it corrects no other.</summary>
    public required CorrectionKind? CorrectionKind { get; init; }

    public required string? CorrectionReason { get; init; }

    public required string? CorrectionPublicText { get; init; }

    public required string? RetractionReason { get; init; }

    /// <summary>How the sentence was settled, if its claim was rated so that it needs a change. Only for the desk.</summary>
    public required Outcome? Outcome { get; init; }

    /// <summary>The reason of the outcome. Only for the desk: readers get none.</summary>
    public required string? OutcomeNote { get; init; }

    /// <summary>The words that were checked, if the sentence was edited since. Only for the desk.</summary>
    public required string? SentenceWas { get; init; }

    /// <summary>The sentence was edited, and nobody has looked at it again.</summary>
    public required bool NeedsRecheck { get; init; }

    /// <summary>Values of the desk's own fields, by name; null if the claim has none. Only for the desk.</summary>
    public IReadOnlyDictionary<string, FieldValue?>? Fields { get; init; }

    /// <summary>Those of its article; null if that has none. Only for the desk.</summary>
    public IReadOnlyDictionary<string, FieldValue?>? ArticleFields { get; init; }
}
