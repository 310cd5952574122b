namespace ClaimTracker.Text.Locating;

/// <summary>Decides whether one of several places of a quote is certain.</summary>
internal static class AnchorRule
{
    /// <summary>In characters. Fewer words than this occur twice by chance, so without their context they are no anchor.</summary>
    private const int ShortestAlone = 25;

    /// <param name="quote">The words.</param>
    /// <param name="wanted">The length of the context that is expected around them.</param>
    /// <param name="places">The places, best first, each with the length of the context that agrees.</param>
    /// <param name="hadTwins">True if the words stood at several places before: then one that is left may be another.</param>
    public static Anchor Decide(string quote, int wanted, IReadOnlyList<(QuoteMatch Match, int Context)> places, bool hadTwins)
    {
        if (places.Count == 0)
        {
            return new Anchor(AnchorState.Lost, null, []);
        }

        var kind = places[0].Match.Kind;
        var equal = places.TakeWhile(p => p.Match.Kind == kind).ToList();
        var sure = kind == QuoteMatchKind.Exact ? AnchorState.Exact : AnchorState.Normalised;
        if (kind == QuoteMatchKind.Fuzzy)
        {
            return Ambiguous(places);
        }

        if (wanted == 0)
        {
            return equal.Count == 1 ? At(sure, equal[0].Match) : Ambiguous(places);
        }

        // Half of the context may have been edited. Among several such places only one with all of it is certain.
        var around = equal.Where(p => p.Context >= (hadTwins ? wanted : (wanted + 1) / 2)).ToList();
        return around switch
        {
            [var only] => At(sure, only.Match),
            [var first, var second, ..] when first.Context == wanted && second.Context < wanted => At(sure, first.Match),
            [] when equal.Count == 1 && !hadTwins && quote.Length >= ShortestAlone => At(AnchorState.Moved, equal[0].Match),
            _ => Ambiguous(places),
        };
    }

    private static Anchor At(AnchorState state, QuoteMatch place) => new(state, place, []);

    private static Anchor Ambiguous(IReadOnlyList<(QuoteMatch Match, int Context)> places) =>
        new(AnchorState.Ambiguous, null, [.. places.Select(static p => p.Match)]);
}
