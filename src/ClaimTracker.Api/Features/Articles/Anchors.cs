namespace ClaimTracker.Api.Features.Articles;

/// <summary>Where the words that a claim was linked to are in the newest version.</summary>
internal sealed record AnchorResponse
{
    public required long ClaimId { get; init; }

    /// <summary>The sentence that the claim is linked to now.</summary>
    public required long SentenceId { get; init; }

    /// <summary>The words that it was linked to when somebody last looked.</summary>
    public required string Words { get; init; }

    /// <summary>
    /// exact and normalised: they stand where they did. moved: they stand at another place. ambiguous: they were edited, or stand at
    /// several places; somebody has to look. lost: nothing is left of them.
    /// </summary>
    public required AnchorState State { get; init; }

    /// <summary>First code point in the newest version; null if that is not certain.</summary>
    public required int? Start { get; init; }

    /// <summary>End, exclusive.</summary>
    public required int? End { get; init; }

    /// <summary>The places to choose from, best first; empty unless the state is ambiguous.</summary>
    public required IReadOnlyList<AnchorPlace> Candidates { get; init; }
}

/// <summary>A place in the newest version.</summary>
internal sealed record AnchorPlace(int Start, int End);

/// <summary>A link of a sentence and a claim, with the words that were linked first.</summary>
internal sealed record AnchorRow
{
    public required long ClaimId { get; init; }

    public required long SentenceId { get; init; }

    public required bool NeedsRecheck { get; init; }

    /// <summary>The text of the sentence that the link is on now.</summary>
    public required string Now { get; init; }

    /// <summary>Its place in the newest version; null if it is gone.</summary>
    public required int? Start { get; init; }

    public required int? End { get; init; }

    /// <summary>The text of the sentence that the link was made on.</summary>
    public required string Words { get; init; }

    public required string Prefix { get; init; }

    public required string Suffix { get; init; }

    /// <summary>Whether another sentence of the article has or had the same words.</summary>
    public required bool HasTwins { get; init; }

    /// <param name="text">The text of the newest version.</param>
    public AnchorResponse In(string text)
    {
        if (Start is { } start && (!NeedsRecheck || Now == Words))
        {
            return Of(AnchorState.Exact, Now, start, End, []);
        }

        var anchor = QuoteFinder.Anchor(text, Words, Prefix, Suffix, HasTwins, withSimilar: false);
        return anchor switch
        {
            { Place: { } place } => Of(anchor.State, Words, place.Start, place.End, []),
            { Candidates.Count: > 0 } => Of(
                AnchorState.Ambiguous, Words, null, null, [.. anchor.Candidates.Select(static c => new AnchorPlace(c.Start, c.End))]),
            _ when Start is not null => Of(AnchorState.Ambiguous, Words, null, null, [new AnchorPlace(Start.Value, End!.Value)]),
            _ => Of(AnchorState.Lost, Words, null, null, []),
        };
    }

    private AnchorResponse Of(AnchorState state, string words, int? start, int? end, IReadOnlyList<AnchorPlace> candidates) => new()
    {
        ClaimId = ClaimId,
        SentenceId = SentenceId,
        Words = words,
        State = state,
        Start = start,
        End = end,
        Candidates = candidates,
    };
}
