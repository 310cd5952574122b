using ClaimTracker.Text.Locating;

namespace ClaimTracker.Text;

/// <summary>
/// Finds a quote in a text. As in a W3C TextQuoteSelector, the quote is given by its exact words, and by the words before and after it.
/// </summary>
public static class QuoteFinder
{
    /// <summary>The largest number of matches returned.</summary>
    public const int MostMatches = 20;

    /// <summary>
    /// A quote with "[...]" for words left out gives one match for each of its pieces, in their order. Any other quote
    /// finds places that equal the quote to the character, or apart from white space, case and the kind of marks. Only if there is no such
    /// place, finds places that resemble the quote. Time is bounded on any text.
    /// </summary>
    /// <param name="text">The text to look in.</param>
    /// <param name="exact">The quote.</param>
    /// <param name="prefix">The words before the quote, if known. They decide between equally good places.</param>
    /// <param name="suffix">The words after the quote, if known.</param>
    /// <returns>Matches that do not overlap, best first: by kind, score, and length of the prefix and suffix around them.</returns>
    public static IReadOnlyList<QuoteMatch> Find(string text, string exact, string? prefix, string? suffix)
    {
        var whole = FindWhole(text, exact, prefix, suffix);
        var pieces = whole.Count > 0 && whole[0].Kind != QuoteMatchKind.Fuzzy ? [] : QuotePieces.Of(exact);
        return pieces.Count == 0 ? whole : InOrder(text, pieces, prefix, suffix);
    }

    /// <summary>
    /// Says where the words of a quote are now, and only if that is certain: a similar place, or one of several, is never taken for the one
    /// that was meant. Time is bounded on any text.
    /// </summary>
    /// <param name="text">The text to look in.</param>
    /// <param name="exact">The words.</param>
    /// <param name="prefix">The words that stood before them, if known.</param>
    /// <param name="suffix">The words that stood after them, if known.</param>
    /// <param name="hadTwins">True if the words stood at several places before: then only all of their context is enough.</param>
    /// <param name="withSimilar">False to look for equal words only, which takes a fraction of the time.</param>
    public static Anchor Anchor(
        string text, string exact, string? prefix, string? suffix, bool hadTwins = false, bool withSimilar = true) => AnchorRule.Decide(
            exact, QuoteContext.Wanted(prefix, suffix), Weighed(text, exact, prefix, suffix, withSimilar), hadTwins);

    /// <summary>One place for each piece that is found: the best for the first, then the next one behind the piece before.</summary>
    private static List<QuoteMatch> InOrder(string text, IReadOnlyList<string> pieces, string? prefix, string? suffix)
    {
        var found = new List<QuoteMatch>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var places = FindWhole(text, pieces[i], i == 0 ? prefix : null, i == pieces.Count - 1 ? suffix : null);
            var behind = found.Count == 0 ? places : places.Where(p => p.Start >= found[^1].End).ToList();
            if (behind.Count > 0)
            {
                found.Add(found.Count == 0 ? behind[0] : behind.OrderBy(static p => p.Kind).ThenBy(static p => p.Start).First());
            }
        }

        return found;
    }

    private static List<QuoteMatch> FindWhole(string text, string exact, string? prefix, string? suffix) =>
        Weighed(text, exact, prefix, suffix).ConvertAll(static place => place.Match);

    /// <summary>The places, best first, each with the length of the context that agrees.</summary>
    private static List<(QuoteMatch Match, int Context)> Weighed(
        string text, string exact, string? prefix, string? suffix, bool withSimilar = true)
    {
        var quote = FoldedText.Of(exact.Trim()).Text.Trim();
        if (quote.Length == 0)
        {
            return [];
        }

        var folded = FoldedText.Of(text);
        var found = LiteralSearch.Exact(text, exact);
        found.AddRange(LiteralSearch.Tolerant(folded, quote, found));
        if (found.Count == 0 && withSimilar)
        {
            found = FuzzySearch.Find(folded, quote);
        }

        var context = new QuoteContext(folded, prefix, suffix);
        var best = found
            .Select(f => (Found: f, Context: context.Around(f.Span)))
            .OrderBy(static f => f.Found.Kind)
            .ThenByDescending(static f => f.Found.Score)
            .ThenByDescending(static f => f.Context)
            .ThenBy(static f => f.Found.Span.Start)
            .Take(MostMatches)
            .ToList();

        // Code points are counted once, in ascending order.
        var points = new CodePoints(text);
        var at = best.SelectMany(static f => new[] { f.Found.Span.Start, f.Found.Span.End })
            .Distinct().Order().ToDictionary(static p => p, points.At);
        return best.ConvertAll(f => (
            new QuoteMatch(at[f.Found.Span.Start], at[f.Found.Span.End], f.Found.Score, f.Found.Kind), f.Context));
    }
}
