using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>A claim of a sentence, in the JSON of <see cref="SentenceReader"/>.</summary>
internal sealed record LinkedClaimRow
{
    public required long ClaimId { get; init; }

    public required string Text { get; init; }

    public required SentenceRole Role { get; init; }

    public required int? SpanStart { get; init; }

    public required int? SpanEnd { get; init; }

    /// <summary>1 if the sentence was edited since it was linked.</summary>
    public required int NeedsRecheck { get; init; }

    public required Outcome? Outcome { get; init; }

    public required string? OutcomeNote { get; init; }

    public required string? OutcomeBy { get; init; }

    public required DateTimeOffset? OutcomeAt { get; init; }

    public required long? VerdictId { get; init; }

    public required VerdictState? VerdictState { get; init; }

    public required string? RatingName { get; init; }

    public required double? RatingValue { get; init; }

    public SentenceClaim ToClaim(int start, Actor actor) => new()
    {
        Id = ClaimId,
        Text = Text,
        Role = Role,
        SpanStart = start + SpanStart,
        SpanEnd = start + SpanEnd,
        NeedsRecheck = NeedsRecheck == 1,
        Verdict = VerdictId is { } id && VerdictState is { } state && actor.Sees(state)
            ? new VerdictInShort(id, new RatingName(RatingName!, RatingValue), state)
            : null,
        Outcome = Outcome,
        OutcomeNote = actor.IsInside ? OutcomeNote : null,
        OutcomeBy = OutcomeBy,
        OutcomeAt = OutcomeAt,
    };
}
