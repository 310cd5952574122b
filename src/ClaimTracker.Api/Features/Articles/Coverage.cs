using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>The progress of the check of an article.</summary>
internal sealed record CoverageResponse
{
    public required long ArticleId { get; init; }

    /// <summary>The newest version, which all of this is about.</summary>
    public required int Version { get; init; }

    /// <summary>Sentences of the newest version: the sum of `byState`.</summary>
    public required int Sentences { get; init; }

    /// <summary>Each sentence of the newest version once.</summary>
    public required SentencesByState ByState { get; init; }

    /// <summary>Sentences that are gone from the newest version but still have claims. They are no part of `sentences`.</summary>
    public required int Orphaned { get; init; }

    /// <summary>Claims of any sentence, including orphaned ones: the sum of `byStatus`, and of `byAssignee`.</summary>
    public required int Claims { get; init; }

    /// <summary>Each claim once.</summary>
    public required ClaimsByStatus ByStatus { get; init; }

    /// <summary>Claims without a published verdict.</summary>
    public required int ClaimsLeft { get; init; }

    /// <summary>Claims whose sentence was edited or is gone, whose rating asks for a change, or whose verdict was retracted.</summary>
    public required int ClaimsNeedingAttention { get; init; }

    /// <summary>Each claim once, by assignee; those without an assignee come last.</summary>
    public required IReadOnlyList<AssigneeClaims> ByAssignee { get; init; }

    /// <summary>Blocks that were set apart although they hold a full sentence, and that nobody has looked at.</summary>
    public required int SetApart { get; init; }

    /// <summary>Nothing blocks its publication.</summary>
    public required bool ReadyToPublish { get; init; }

    /// <summary>The number of all blockers, including those past the first 500.</summary>
    public required int BlockerCount { get; init; }

    /// <summary>What was set apart, and then the first 500 others, in the order of the text, orphaned sentences last.</summary>
    public required IReadOnlyList<Blocker> Blockers { get; init; }
}

/// <summary>Sentences by their state.</summary>
internal sealed record SentencesByState
{
    public required int Open { get; init; }

    [JsonPropertyName("not_checkable")]
    public required int NotCheckable { get; init; }

    public required int Skipped { get; init; }

    public required int Claimed { get; init; }

    public required int Cleared { get; init; }

    [JsonPropertyName("needs_attention")]
    public required int NeedsAttention { get; init; }
}

/// <summary>Claims by their status.</summary>
internal sealed record ClaimsByStatus
{
    public required int Open { get; init; }

    public required int Assigned { get; init; }

    public required int Researching { get; init; }

    [JsonPropertyName("in_review")]
    public required int InReview { get; init; }

    public required int Published { get; init; }

    public required int Corrected { get; init; }

    public required int Retracted { get; init; }
}

/// <summary>The claims that one assignee has, or nobody; and the number of them without a published verdict.</summary>
internal sealed record AssigneeClaims(string? Assignee, int Claims, int Left);

/// <summary>An obstacle to the publication of an article.</summary>
internal sealed record Blocker
{
    /// <summary>The sentence that it is about; null for blocks that were set apart.</summary>
    public required long? SentenceId { get; init; }

    /// <summary>The claim that it is about; null if the sentence has none.</summary>
    public required long? ClaimId { get; init; }

    /// <summary>The fault, and what to do about it.</summary>
    public required string Reason { get; init; }
}
