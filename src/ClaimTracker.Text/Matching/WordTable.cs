namespace ClaimTracker.Text.Matching;

/// <summary>
/// Ranks places by the words that they share with a text: BM25 (Robertson &amp; Zaragoza 2009), a word of the text counting once.
/// </summary>
internal sealed class WordTable
{
    /// <summary>How soon more of the same word counts for little.</summary>
    public const float Saturation = 1.2f;

    /// <summary>How much a long text is marked down.</summary>
    public const float LengthShare = 0.75f;

    /// <summary>Words of a text that are looked up, the rarest first.</summary>
    private const int MostWords = 64;

    /// <summary>A word that so many places share says little, and takes the most time. Of few places it is still looked up.</summary>
    private const int CommonFrom = 50_000;

    private readonly Dictionary<string, Postings> _words = new(StringComparer.Ordinal);
    private byte[] _lengths = new byte[16];
    private long _total;
    private int _count;

    /// <summary>Adds a place after those that are there.</summary>
    public void Add(IReadOnlyList<string> words)
    {
        if (_count == _lengths.Length)
        {
            Array.Resize(ref _lengths, _count * 2);
        }

        _lengths[_count] = (byte)Math.Min(words.Count, byte.MaxValue);
        _total += _lengths[_count];
        foreach (var word in words.CountBy(static word => word, StringComparer.Ordinal))
        {
            if (!_words.TryGetValue(word.Key, out var postings))
            {
                _words.Add(word.Key, postings = new Postings());
            }

            postings.Add(_count, word.Value);
        }

        _count++;
    }

    /// <summary>Adds to the score of each place what the words say.</summary>
    /// <returns>The score of a place of average length that has each word once.</returns>
    public float Score(IReadOnlyList<string> words, Span<float> scores)
    {
        Span<float> damping = stackalloc float[byte.MaxValue + 1];
        var average = Math.Max(1f, (float)_total / Math.Max(1, _count));
        for (var length = 0; length < damping.Length; length++)
        {
            damping[length] = Saturation * (1 - LengthShare + (LengthShare * length / average));
        }

        var all = 0f;
        var known = words.Distinct(StringComparer.Ordinal)
            .Select(word => (Postings: _words.GetValueOrDefault(word), Weight: Weight(word)))
            .OrderByDescending(static word => word.Weight)
            .Take(MostWords);
        foreach (var (postings, weight) in known)
        {
            all += weight;
            if (postings is not null && (postings.Count < CommonFrom || postings.Count < _count / 4))
            {
                Score(postings, weight * (Saturation + 1), damping, scores);
            }
        }

        return all;
    }

    private void Score(Postings postings, float weight, ReadOnlySpan<float> damping, Span<float> scores)
    {
        var lengths = _lengths;
        foreach (var entry in postings.Entries)
        {
            var place = Postings.PlaceOf(entry);
            var times = Postings.TimesOf(entry);
            scores[place] += weight * times / (times + damping[lengths[place]]);
        }
    }

    private float Weight(string word)
    {
        var places = _words.GetValueOrDefault(word)?.Count ?? 0;
        return MathF.Log2(1 + ((_count - places + 0.5f) / (places + 0.5f)));
    }
}
