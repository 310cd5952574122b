using ClaimTracker.Text.Locating;

namespace ClaimTracker.Text;

/// <summary>Finds a quote in a text, as a W3C TextQuoteSelector gives it: its exact words, and what stands before and after.</summary>
public static class QuoteFinder
{
    /// <summary>The most matches that are given.</summary>
    public const int MostMatches = 20;

    /// <summary>
    /// Where a quote stands to the character, and where it does apart from white space, case and the kind of its marks;
    /// only where it does neither, places that are like it. Time is bounded on any text.
    /// </summary>
    /// <param name="text">The text to look in.</param>
    /// <param name="exact">The quote.</param>
    /// <param name="prefix">What stands before it, if known: tells places apart that are as good.</param>
    /// <param name="suffix">What stands after it, if known.</param>
    /// <returns>Matches that do not overlap, best first: by kind, score, and how much of prefix and suffix stands around them.</returns>
    public static IReadOnlyList<QuoteMatch> Find(string text, string exact, string? prefix, string? suffix)
    {
        var quote = FoldedText.Of(exact.Trim()).Text.Trim();
        if (quote.Length == 0)
        {
            return [];
        }

        var folded = FoldedText.Of(text);
        var found = LiteralSearch.Exact(text, exact);
        found.AddRange(LiteralSearch.Tolerant(folded, quote, found));
        if (found.Count == 0)
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
            .Select(static f => f.Found)
            .ToList();

        // Code points are counted once, in ascending order.
        var points = new CodePoints(text);
        var at = best.SelectMany(static f => new[] { f.Span.Start, f.Span.End }).Distinct().Order().ToDictionary(static p => p, points.At);
        return best.ConvertAll(f => new QuoteMatch(at[f.Span.Start], at[f.Span.End], f.Score, f.Kind));
    }
}
