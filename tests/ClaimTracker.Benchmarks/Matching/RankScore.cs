namespace ClaimTracker.Benchmarks.Matching;

/// <summary>How high the right claims stand in the answers to many posts.</summary>
internal sealed class RankScore
{
    private const int Depth = 5;
    private int _posts;
    private double _precision;
    private int _first;
    private int _five;
    private int _twenty;

    /// <param name="found">Ids, best first.</param>
    /// <param name="right">The right ones.</param>
    public void Add(IReadOnlyList<long> found, IReadOnlySet<long> right)
    {
        var place = 0;
        while (place < found.Count && !right.Contains(found[place]))
        {
            place++;
        }

        _posts++;
        _precision += place < Math.Min(Depth, found.Count) ? 1.0 / (place + 1) : 0;
        _first += place < Math.Min(1, found.Count) ? 1 : 0;
        _five += place < Math.Min(Depth, found.Count) ? 1 : 0;
        _twenty += place < Math.Min(20, found.Count) ? 1 : 0;
    }

    public override string ToString() =>
        $"MAP@5 {_precision / _posts:F3}   recall@1 {(double)_first / _posts:F3}   @5 {(double)_five / _posts:F3}   "
        + $"@20 {(double)_twenty / _posts:F3}";
}
