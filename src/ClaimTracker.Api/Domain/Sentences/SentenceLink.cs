namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>A sentence that asserts, repeats or denies a claim; with a span, only those words of it do.</summary>
internal sealed record SentenceLink : IOfClaim
{
    public required long SentenceId { get; init; }

    public required long ClaimId { get; init; }

    public required SentenceRole Role { get; init; }

    /// <summary>First code point of the span, in the text of the article.</summary>
    public required int? SpanStart { get; init; }

    /// <summary>End of the span, exclusive.</summary>
    public required int? SpanEnd { get; init; }

    /// <summary>How the sentence was settled, if its claim was rated so that it needs a change. An edit of its words clears it.</summary>
    public Outcome? Outcome { get; init; }

    public string? OutcomeNote { get; init; }

    public string? OutcomeBy { get; init; }

    public DateTimeOffset? OutcomeAt { get; init; }

    /// <summary>Makes a link: that the sentence asserts the claim if no role is given, with all of its words if no span is.</summary>
    public static SentenceLink Of(long sentenceId, long claimId, SentenceRole? role = null, int? spanStart = null, int? spanEnd = null) =>
        new() { SentenceId = sentenceId, ClaimId = claimId, Role = role ?? SentenceRole.Asserts, SpanStart = spanStart, SpanEnd = spanEnd };
}
