namespace ClaimTracker.Text;

/// <summary>What earlier claims are looked for.</summary>
/// <param name="Text">A sentence, a claim, a post.</param>
/// <param name="Limit">The most claims that are found.</param>
public sealed record MatchQuery(string Text, int Limit)
{
    /// <summary>Gets the title that it stands under, if any.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the meanings of the text and of the title, as far as they are known.</summary>
    public IReadOnlyList<MeaningVector> Meanings { get; init; } = [];

    /// <summary>Gets whether only claims are found that were put as public.</summary>
    public bool OnlyPublic { get; init; }

    /// <summary>Gets claims that are not found.</summary>
    public IReadOnlySet<long> Except { get; init; } = new HashSet<long>();
}

/// <summary>A claim that may be the one that was looked for.</summary>
/// <param name="Id">The claim.</param>
/// <param name="Score">How likely it is the same, 0 to 1.</param>
/// <param name="Words">The share of the words that it has, rare words counting more: 1 for all.</param>
/// <param name="Letters">The same for runs of three letters.</param>
/// <param name="Meaning">The cosine of the meanings; null where one of them is not known.</param>
public sealed record ClaimMatch(long Id, double Score, double Words, double Letters, double? Meaning);
