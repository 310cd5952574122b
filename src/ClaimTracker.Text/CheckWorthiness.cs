using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Worthiness;

namespace ClaimTracker.Text;

/// <summary>
/// Scores sentences for the triage of a desk, by a transparent sum of rules. The answer names the words that each rule saw.
/// </summary>
public static class CheckWorthiness
{
    /// <summary>Decimals of the numbers in an answer. More would claim a precision that a sum of rules does not have.</summary>
    private const int Decimals = 3;

    /// <summary>
    /// Scores one sentence. Word lists are at hand for 22 languages; sentences of others are judged by numbers, names and form alone.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="block">The block that it stands in.</param>
    /// <param name="weights">The weights of the rules; those of the library if there are none.</param>
    public static CheckWorthinessScore Score(
        string sentence, string language = "en", BlockType block = BlockType.Paragraph, WorthinessWeights? weights = null)
    {
        weights ??= WorthinessWeights.Default;
        var facts = SentenceFacts.Of(sentence, Vocabularies.Of(LanguageTag.Primary(language)));
        var components = WorthinessRules.Apply(facts, block, weights.Components);
        var sum = weights.Prior;
        for (var i = 0; i < components.Count; i++)
        {
            components[i] = components[i] with { Value = Math.Round(components[i].Value, Decimals) };
            sum += components[i].Value;
        }

        return new CheckWorthinessScore(Math.Round(1 / (1 + Math.Exp(-sum)), Decimals), components);
    }
}
