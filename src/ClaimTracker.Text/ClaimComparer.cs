using ClaimTracker.Text.Matching;

namespace ClaimTracker.Text;

/// <summary>Compares a text with a claim that was found for it.</summary>
public static class ClaimComparer
{
    /// <summary>
    /// The score from which two texts without a <see cref="Differences"/> are likely the same claim: 95 of 100 were, of the posts on which
    /// this score was chosen (the development part of CLEF 2020 CheckThat!, task 2).
    /// </summary>
    public const double LikelyFrom = 0.86;

    /// <summary>
    /// The score by words and spelling alone from which two texts are of the same thing, where a wrong answer is worse than none.
    /// </summary>
    public const double SameByWordsFrom = 0.95;

    /// <summary>What makes the two texts different claims, although they may share most of their words.</summary>
    /// <param name="here">The text that was looked for.</param>
    /// <param name="there">The claim that was found.</param>
    public static IReadOnlyList<TextDifference> Differences(string here, string there)
    {
        ArgumentNullException.ThrowIfNull(here);
        ArgumentNullException.ThrowIfNull(there);
        return Matching.Differences.Between(PostedText.WordsOf(here), there);
    }

    /// <summary>The words of a text that a model is to read: a post without its links and signs.</summary>
    /// <param name="text">Any text.</param>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PostedText.WordsOf(text);
    }
}
