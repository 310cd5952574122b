namespace ClaimTracker.Text.Alignment;

internal static class Ascending
{
    /// <summary>
    /// Finds the longest run of pairs that ascend on both sides. The pairs given ascend strictly in the version before. Patience sorting, n
    /// log n.
    /// </summary>
    public static List<(int Before, int After)> Longest(List<(int Before, int After)> pairs)
    {
        var tops = new List<int>();
        var previous = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[tops[middle]].After < pairs[i].After ? (middle + 1, high) : (low, middle);
            }

            previous[i] = low > 0 ? tops[low - 1] : -1;
            if (low == tops.Count)
            {
                tops.Add(i);
            }
            else
            {
                tops[low] = i;
            }
        }

        var longest = new List<(int Before, int After)>();
        for (var i = tops.Count > 0 ? tops[^1] : -1; i >= 0; i = previous[i])
        {
            longest.Add(pairs[i]);
        }

        longest.Reverse();
        return longest;
    }
}
