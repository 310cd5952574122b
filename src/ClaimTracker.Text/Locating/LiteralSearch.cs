using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Locating;

/// <summary>Finds places with the exact words of a quote, or with the same words in other case, marks and white space.</summary>
internal static class LiteralSearch
{
    /// <summary>A quote of one letter is found everywhere: no more places than these are ranked.</summary>
    private const int MostRanked = 50_000;

    public static List<FoundQuote> Exact(string text, string exact)
    {
        var found = new List<FoundQuote>();
        foreach (var i in Places(text, exact).Take(MostRanked))
        {
            found.Add(new FoundQuote(new CharSpan(i, i + exact.Length), 1, QuoteMatchKind.Exact));
        }

        return found;
    }

    /// <summary>Finds tolerant matches that do not overlap the exact ones. The exact ones must ascend.</summary>
    public static List<FoundQuote> Tolerant(FoldedText text, string quote, List<FoundQuote> exact)
    {
        var found = new List<FoundQuote>();
        var next = 0;
        foreach (var i in Places(text.Text, quote).Take(MostRanked))
        {
            var span = text.Source(i, i + quote.Length);
            while (next < exact.Count && exact[next].Span.End <= span.Start)
            {
                next++;
            }

            // If there are more exact matches than are ranked, nothing is known of the text after them.
            if (next < exact.Count ? exact[next].Span.Start >= span.End : exact.Count < MostRanked)
            {
                found.Add(new FoundQuote(span, 1, QuoteMatchKind.Tolerant));
            }
        }

        return found;
    }

    private static IEnumerable<int> Places(string text, string words)
    {
        for (var i = Next(0); i >= 0; i = Next(i + words.Length))
        {
            yield return i;
        }

        int Next(int from) => text.IndexOf(words, from, StringComparison.Ordinal);
    }
}
