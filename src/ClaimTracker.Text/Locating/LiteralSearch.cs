using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Locating;

/// <summary>Places where a quote stands as it is, or would if writing habits were alike.</summary>
internal static class LiteralSearch
{
    /// <summary>A quote of one letter stands everywhere: no more than these are ranked.</summary>
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

    /// <summary>Those that do not overlap the exact ones, which ascend.</summary>
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

            // Where more exact ones stand than are ranked, nothing is said of what follows them.
            if (next < exact.Count ? exact[next].Span.Start >= span.End : exact.Count < MostRanked)
            {
                found.Add(new FoundQuote(span, 1, QuoteMatchKind.Tolerant));
            }
        }

        return found;
    }

    private static IEnumerable<int> Places(string text, string words)
    {
        for (var i = text.IndexOf(words, StringComparison.Ordinal); i >= 0; i = text.IndexOf(words, i + words.Length, StringComparison.Ordinal))
        {
            yield return i;
        }
    }
}
