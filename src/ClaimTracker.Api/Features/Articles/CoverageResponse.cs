namespace ClaimTracker.Api.Features.Articles;

/// <summary>How far the check of an article has come.</summary>
internal sealed record CoverageResponse
{
    public required long ArticleId { get; init; }

    /// <summary>The newest version, which all of this is about.</summary>
    public required int Version { get; init; }

    /// <summary>Sentences of the newest version: the sum of `byState` without `orphaned`.</summary>
    public required int Sentences { get; init; }

    /// <summary>Each sentence of the newest version once; beside them those that are orphaned.</summary>
    public required SentencesByState ByState { get; init; }

    /// <summary>Claims that hang on any sentence, orphaned ones among them: the sum of `byStatus`, and of `byAssignee`.</summary>
    public required int Claims { get; init; }

    /// <summary>Each claim once.</summary>
    public required ClaimsByStatus ByStatus { get; init; }

    /// <summary>Claims without a published verdict.</summary>
    public required int ClaimsLeft { get; init; }

    /// <summary>Claims whose sentence was edited or is gone, whose rating asks for a change, or whose verdict was retracted.</summary>
    public required int ClaimsNeedingAttention { get; init; }

    /// <summary>Each claim once, by who has it; those that nobody has come last.</summary>
    public required IReadOnlyList<AssigneeClaims> ByAssignee { get; init; }

    /// <summary>Whether nothing blocks it.</summary>
    public required bool ReadyToPublish { get; init; }

    /// <summary>How many blockers there are, also those past the first 500.</summary>
    public required int BlockerCount { get; init; }

    /// <summary>What is in the way, in the order of the text, orphaned sentences last: the first 500.</summary>
    public required IReadOnlyList<Blocker> Blockers { get; init; }
}

/// <summary>The claims that somebody has, or nobody; and those of them that are left.</summary>
internal sealed record AssigneeClaims(string? Assignee, int Claims, int Left);

/// <summary>What is in the way of publication.</summary>
internal sealed record Blocker
{
    public required long SentenceId { get; init; }

    /// <summary>The claim that it is about; null where the sentence has none.</summary>
    public required long? ClaimId { get; init; }

    /// <summary>What is wrong, and what to do.</summary>
    public required string Reason { get; init; }
}
