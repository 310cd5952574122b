namespace ClaimTracker.Text.Locating;

/// <summary>
/// Finds places in a text where a search for a quote is worthwhile. Each short run of characters in both votes for a start of the quote.
/// Rare runs vote first, and the number of votes is limited: runs such as "the " are everywhere and say little.
/// </summary>
internal static class Seeds
{
    private const int MostVotes = 500_000;
    private const int ShortQuote = 24;

    /// <summary>
    /// Returns the starts of stretches of text, each <paramref name="width"/> long, in which the quote may start; the likeliest first.
    /// </summary>
    public static List<int> Of(string text, string quote, int width)
    {
        // In a short quote, few runs of four characters survive the change of a word.
        var run = Math.Min(quote.Length, quote.Length < ShortQuote ? 2 : 4);
        var inQuote = new Dictionary<ulong, List<int>>();
        foreach (var (key, position) in Runs(quote, run))
        {
            (inQuote.TryGetValue(key, out var list) ? list : inQuote[key] = []).Add(position);
        }

        var counts = new Dictionary<ulong, int>();
        foreach (var (key, _) in Runs(text, run))
        {
            if (inQuote.ContainsKey(key))
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        var asked = new HashSet<ulong>();
        var votes = 0L;
        foreach (var (key, cost) in counts.Select(c => (c.Key, Cost: (long)c.Value * inQuote[c.Key].Count)).OrderBy(static c => c.Cost))
        {
            votes += cost;
            if (votes > MostVotes && asked.Count > 0)
            {
                break;
            }

            asked.Add(key);
        }

        var starts = Runs(text, run).Where(r => asked.Contains(r.Key)).SelectMany(r => inQuote[r.Key].Select(p => r.Position - p));
        return Likeliest(starts.Take(MostVotes), width);
    }

    // Stretches overlap by half, so that one of them has all votes for a place.
    private static List<int> Likeliest(IEnumerable<int> starts, int width)
    {
        var half = width / 2;
        var votes = new Dictionary<int, int>();
        foreach (var start in starts)
        {
            var stretch = (int)Math.Floor(start / (double)half);
            votes[stretch] = votes.GetValueOrDefault(stretch) + 1;
            votes[stretch - 1] = votes.GetValueOrDefault(stretch - 1) + 1;
        }

        return [.. votes.OrderByDescending(static v => v.Value).ThenBy(static v => v.Key).Select(v => v.Key * half)];
    }

    // Up to four characters of 16 bits make one number.
    private static IEnumerable<(ulong Key, int Position)> Runs(string text, int run)
    {
        var mask = ulong.MaxValue >> (64 - (16 * run));
        var key = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            key = ((key << 16) | text[i]) & mask;
            if (i >= run - 1)
            {
                yield return (key, i - run + 1);
            }
        }
    }
}
