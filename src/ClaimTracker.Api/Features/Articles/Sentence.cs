using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>The smallest unit of an article that has an address, with its claims.</summary>
internal sealed record SentenceResponse
{
    public required long Id { get; init; }

    public required long ArticleId { get; init; }

    /// <summary>The version that the offsets count in.</summary>
    public required int Version { get; init; }

    /// <summary>Its place among the sentences of the version, from 0.</summary>
    public required int Ordinal { get; init; }

    public required SentenceBlock Block { get; init; }

    /// <summary>First code point in the text of the version.</summary>
    public required int Start { get; init; }

    /// <summary>End, exclusive: text[start..end) is exactly the sentence.</summary>
    public required int End { get; init; }

    public required string Text { get; init; }

    /// <summary>Up to 32 characters before it.</summary>
    public required string Prefix { get; init; }

    /// <summary>Up to 32 characters after it.</summary>
    public required string Suffix { get; init; }

    public required SentenceState State { get; init; }

    /// <summary>The sentences that edits put in its place; none if it stands in the newest version, or was taken out.</summary>
    public required IReadOnlyList<long> ReplacedBy { get; init; }

    /// <summary>The reason why it is skipped or not checkable.</summary>
    public required string? Reason { get; init; }

    public required SentenceWorthiness CheckWorthiness { get; init; }

    public required IReadOnlyList<SentenceClaim> Claims { get; init; }

    /// <summary>The number of evidence records on its claims.</summary>
    public required int EvidenceCount { get; init; }

    /// <summary>The number of sources that its writer named for it, apart from those that were dismissed.</summary>
    public required int Cited { get; init; }

    /// <summary>When it is said, in the recording that the subtitles are of.</summary>
    public required SentenceMedia? Media { get; init; }
}

/// <summary>A part of a recording, in seconds from its beginning, to the millisecond.</summary>
internal sealed record SentenceMedia(double Start, double End)
{
    public static SentenceMedia? Of(int? start, int? end) => start is { } from && end is { } to ? new(from / 1000d, to / 1000d) : null;
}

internal sealed record SentenceBlock(int Ordinal, BlockType Type);

/// <summary>The degree to which a sentence deserves checking, from 0 to 1, and the reasons.</summary>
/// <param name="Score">The degree.</param>
/// <param name="Components">The reasons.</param>
/// <param name="WeightsVersion">The version of the weights by which it was scored; 0 for those of the program.</param>
internal sealed record SentenceWorthiness(
    double Score, StoredJson<IReadOnlyList<ScoreComponent>> Components, int WeightsVersion);

/// <summary>A claim of a sentence. The span counts in the text of the version.</summary>
internal sealed record SentenceClaim
{
    public required long Id { get; init; }

    public required string Text { get; init; }

    public required SentenceRole Role { get; init; }

    public required int? SpanStart { get; init; }

    public required int? SpanEnd { get; init; }

    /// <summary>The sentence was edited since it was linked.</summary>
    public required bool NeedsRecheck { get; init; }

    /// <summary>The house verdict; before there is one, the newest draft.</summary>
    public required VerdictInShort? Verdict { get; init; }

    /// <summary>How the sentence was settled in these words, if its claim was rated so that it needs a change.</summary>
    public required Outcome? Outcome { get; init; }

    /// <summary>The reason. Only for the desk: null for readers.</summary>
    public required string? OutcomeNote { get; init; }

    public required string? OutcomeBy { get; init; }

    public required DateTimeOffset? OutcomeAt { get; init; }
}
