namespace ClaimTracker.Api.Domain.Citations;

/// <summary>A source that the writer of an article named: a link, a note or a comment, at the words that it is about.</summary>
internal sealed record CitationResponse
{
    public required long Id { get; init; }

    public required long ArticleId { get; init; }

    /// <summary>The sentence that it is about. It moves along when that is edited.</summary>
    public required long SentenceId { get; init; }

    /// <summary>The text of the sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>First code point of its words in the newest version, or of the sentence; null if the sentence is gone from it.</summary>
    public required int? Start { get; init; }

    /// <summary>End, exclusive.</summary>
    public required int? End { get; init; }

    public required CitationKind Kind { get; init; }

    /// <summary>The address that it names.</summary>
    public required string? Url { get; init; }

    /// <summary>What the note says; for a link the words that it is on.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it, if the document says so.</summary>
    public required string? Author { get; init; }

    /// <summary>When it was written, if the document says so.</summary>
    public required DateTimeOffset? At { get; init; }

    public required CitationState State { get; init; }

    /// <summary>Why it was dismissed.</summary>
    public required string? Reason { get; init; }

    /// <summary>The evidence record that was made of it.</summary>
    public required long? EvidenceId { get; init; }

    /// <summary>Who accepted or dismissed it.</summary>
    public required string? SettledBy { get; init; }

    public required DateTimeOffset? SettledAt { get; init; }
}
