namespace ClaimTracker.Text.Alignment;

/// <summary>
/// Finds new sentences that may resemble an old one, by the rarest words that both share. Common words would lead to every sentence.
/// </summary>
internal sealed class Candidates
{
    private const int MostPlaces = 64;
    private const int WordsAsked = 8;
    private const int MostCompared = 4;

    private readonly Similarity _similarity;
    private readonly Dictionary<int, List<int>> _places = [];

    public Candidates(Similarity similarity, int[] after)
    {
        _similarity = similarity;
        foreach (var a in after)
        {
            var last = -1;
            foreach (var word in similarity.After(a))
            {
                if (word != last)
                {
                    (_places.TryGetValue(word, out var list) ? list : _places[word] = []).Add(a);
                }

                last = word;
            }
        }
    }

    /// <summary>Finds the new sentences most similar to an old one, at or above a threshold, best first.</summary>
    public List<(double Score, int Before, int After)> Of(int b, double threshold)
    {
        var rare = _similarity.Before(b)
            .Distinct()
            .Select(word => _places.GetValueOrDefault(word))
            .OfType<List<int>>()
            .Where(static places => places.Count <= MostPlaces)
            .OrderBy(static places => places.Count)
            .Take(WordsAsked);
        var votes = new Dictionary<int, double>();
        foreach (var places in rare)
        {
            foreach (var a in places)
            {
                votes[a] = votes.GetValueOrDefault(a) + (1.0 / places.Count);
            }
        }

        return [.. votes.OrderByDescending(static v => v.Value)
            .ThenBy(static v => v.Key)
            .Take(MostCompared)
            .Select(v => (Score: _similarity.Of(b, v.Key), Before: b, After: v.Key))
            .Where(found => found.Score >= threshold)
            .OrderByDescending(static found => found.Score)];
    }
}
