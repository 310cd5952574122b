namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>A sentence that asserts, repeats or denies a claim; with a span, only those words of it do.</summary>
internal sealed record SentenceLink
{
    public required long SentenceId { get; init; }

    public required long ClaimId { get; init; }

    public required SentenceRole Role { get; init; }

    /// <summary>First code point of the span, in the text of the article.</summary>
    public required int? SpanStart { get; init; }

    /// <summary>End of the span, exclusive.</summary>
    public required int? SpanEnd { get; init; }

    /// <summary>Makes a link: that the sentence asserts the claim if no role is given, with all of its words if no span is.</summary>
    public static SentenceLink Of(long sentenceId, long claimId, SentenceRole? role = null, int? spanStart = null, int? spanEnd = null) =>
        new() { SentenceId = sentenceId, ClaimId = claimId, Role = role ?? SentenceRole.Asserts, SpanStart = spanStart, SpanEnd = spanEnd };
}

/// <summary>The place of a sentence, in code points of its article's text.</summary>
internal sealed record SentencePlace
{
    public required int StartOffset { get; init; }

    public required int EndOffset { get; init; }

    /// <summary>Refuses a span that is not inside the sentence.</summary>
    /// <exception cref="ProblemException">400.</exception>
    public void CheckSpan(int? start, int? end)
    {
        if (start is null != end is null)
        {
            throw Problem.Invalid(start is null ? "spanStart" : "spanEnd", "is required: a span has a start and an end, or is left out");
        }

        if (start < StartOffset || start >= EndOffset)
        {
            throw Problem.Invalid(
                "spanStart", $"must be inside the sentence, from {StartOffset} to {EndOffset - 1}, counted in the text of the article");
        }

        if (end <= start || end > EndOffset)
        {
            throw Problem.Invalid("spanEnd", $"must be after spanStart and at most {EndOffset}, where the sentence ends");
        }
    }
}
