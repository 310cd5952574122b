using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Features.Articles;

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

    /// <summary>Sentences of older versions that still have claims. They stand beside the sum: the newest version does not have them.</summary>
    public required int Orphaned { get; init; }

    public static SentencesByState Of(IReadOnlyDictionary<SentenceState, int> counts) => new()
    {
        Open = counts.GetValueOrDefault(SentenceState.Open),
        NotCheckable = counts.GetValueOrDefault(SentenceState.NotCheckable),
        Skipped = counts.GetValueOrDefault(SentenceState.Skipped),
        Claimed = counts.GetValueOrDefault(SentenceState.Claimed),
        Cleared = counts.GetValueOrDefault(SentenceState.Cleared),
        NeedsAttention = counts.GetValueOrDefault(SentenceState.NeedsAttention),
        Orphaned = counts.GetValueOrDefault(SentenceState.Orphaned),
    };
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

    public static ClaimsByStatus Of(ILookup<ClaimStatus, int> counts) => new()
    {
        Open = counts[ClaimStatus.Open].Sum(),
        Assigned = counts[ClaimStatus.Assigned].Sum(),
        Researching = counts[ClaimStatus.Researching].Sum(),
        InReview = counts[ClaimStatus.InReview].Sum(),
        Published = counts[ClaimStatus.Published].Sum(),
        Corrected = counts[ClaimStatus.Corrected].Sum(),
        Retracted = counts[ClaimStatus.Retracted].Sum(),
    };
}
