using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text.Locating;

/// <summary>Finds places that resemble a quote, by the edit distance of the folded texts.</summary>
internal static class FuzzySearch
{
    private const double LeastScore = 0.7;
    private const int MostPlaces = 60;

    /// <summary>A bound on the steps of the edit distance. A long quote is looked for in fewer places.</summary>
    private const long MostSteps = 60_000_000;

    /// <summary>In characters.</summary>
    private const int LongestWord = 32;

    /// <summary>In characters. A longer quote would cost too much memory.</summary>
    private const int LongestQuote = 20_000;

    public static List<FoundQuote> Find(FoldedText text, string quote)
    {
        if (quote.Length > LongestQuote)
        {
            return [];
        }

        var width = Math.Max(8, quote.Length / 2);
        var slack = (int)(quote.Length * (1 - LeastScore)) + 1;
        var forward = new EditDistance(quote);
        var backward = new EditDistance(Reversed(quote));
        var matches = new List<(double Score, int Start, int End)>();
        var steps = 0L;
        foreach (var seed in Seeds.Of(text.Text, quote, width).Take(MostPlaces))
        {
            var start = Math.Max(0, seed - slack);
            var window = text.Text.AsSpan(start, Math.Max(0, Math.Min(text.Text.Length, seed + width + quote.Length + slack) - start));
            steps += (long)window.Length * forward.Blocks;
            if (steps > MostSteps)
            {
                break;
            }

            if (Best(text.Text, start, window, quote.Length, forward, backward) is { } match)
            {
                matches.Add(match);
            }
        }

        var found = new List<(double Score, int Start, int End)>();
        foreach (var match in matches.OrderByDescending(static m => m.Score).ThenBy(static m => m.Start))
        {
            if (!found.Exists(f => f.Start < match.End && match.Start < f.End))
            {
                found.Add(match);
            }
        }

        return found.ConvertAll(f => new FoundQuote(text.Source(f.Start, f.End), f.Score, QuoteMatchKind.Fuzzy));
    }

    private static (double Score, int Start, int End)? Best(
        string text, int offset, ReadOnlySpan<char> window, int length, EditDistance forward, EditDistance backward)
    {
        var (distance, end) = forward.Best(window, anchored: false);
        if (end == 0 || Score(distance, length) < LeastScore)
        {
            return null;
        }

        var start = end - backward.Best(Reversed(window[..end]), anchored: true).End;
        var match = (Score: Score(distance, length), Start: offset + start, End: offset + end);

        match.Start -= IsInPair(text, match.Start) ? 1 : 0;
        match.End += IsInPair(text, match.End) ? 1 : 0;

        // A quote begins and ends with whole words: "He said" is not the end of "She said".
        var (from, to) = (WordStart(text, match.Start), WordEnd(text, match.End));
        var whole = Score(forward.To(text.AsSpan(from, to - from)), length);
        return whole >= LeastScore ? (whole, from, to) : match;
    }

    private static double Score(int distance, int length) => 1 - ((double)distance / length);

    private static string Reversed(ReadOnlySpan<char> text)
    {
        var reversed = text.ToArray();
        Array.Reverse(reversed);
        return new string(reversed);
    }

    private static int WordStart(string text, int position)
    {
        var start = position;
        while (start > 0 && start < text.Length && position - start < LongestWord && IsInWord(text[start - 1]) && IsInWord(text[start]))
        {
            start--;
        }

        return start;
    }

    private static int WordEnd(string text, int position)
    {
        var end = position;
        while (end > 0 && end < text.Length && end - position < LongestWord && IsInWord(text[end - 1]) && IsInWord(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsInPair(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]);

    private static bool IsInWord(char c) =>
        char.IsLetterOrDigit(c) && Scripts.Of(c) is not (Script.Han or Script.Kana or Script.Thai or Script.Myanmar);
}
