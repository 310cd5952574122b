namespace ClaimTracker.Text.Locating;

/// <summary>
/// Where in a text to look for a quote: each short run of characters that both share says where the quote would start.
/// Rare runs speak first, and only so many may: runs such as "the " say little and stand everywhere.
/// </summary>
internal static class Seeds
{
    private const int MostVotes = 500_000;
    private const int ShortQuote = 24;

    /// <summary>Starts of stretches of text, each <paramref name="width"/> long, in which the quote may start; the likeliest first.</summary>
    public static List<int> Of(string text, string quote, int width)
    {
        // Of a short quote few runs of four stay whole when a word of it changes.
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

        return Likeliest(Runs(text, run).Where(r => asked.Contains(r.Key)).SelectMany(r => inQuote[r.Key].Select(p => r.Position - p)).Take(MostVotes), width);
    }

    // Stretches overlap by half, so that the votes for one place are together in one of them.
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

    // Four characters of 16 bits are one number.
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
