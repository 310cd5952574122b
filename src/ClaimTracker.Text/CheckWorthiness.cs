using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Worthiness;

namespace ClaimTracker.Text;

/// <summary>
/// Scores sentences for the triage of a desk, by a transparent sum of rules. The answer names the words that each rule saw.
/// </summary>
public static class CheckWorthiness
{
    /// <summary>The weight of evidence with which every sentence starts: most are not worth a check.</summary>
    private const double Prior = -2.0;

    /// <summary>Decimals of the numbers in an answer. More would claim a precision that a sum of rules does not have.</summary>
    private const int Decimals = 3;

    /// <summary>
    /// Scores one sentence. Word lists are at hand for English, Japanese, Chinese and Thai; other languages are judged by numbers, names
    /// and form alone.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static CheckWorthinessScore Score(string sentence, string language = "en")
    {
        var facts = SentenceFacts.Of(sentence, Vocabularies.For(LanguageTag.Primary(language)));
        var components = WorthinessRules.Apply(facts).ConvertAll(c => c with { Value = Math.Round(c.Value, Decimals) });
        var score = 1 / (1 + Math.Exp(-(Prior + components.Sum(c => c.Value))));
        return new CheckWorthinessScore(Math.Round(score, Decimals), components);
    }
}
