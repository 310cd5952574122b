using ClaimTracker.Text.Worthiness;

namespace ClaimTracker.Text;

/// <summary>One reason for a score.</summary>
/// <param name="Name">Its name in snake_case, the same for every sentence.</param>
/// <param name="Value">What it adds to the evidence; below zero it speaks against checking.</param>
/// <param name="Why">The words of the sentence that it rests on, in a short English phrase.</param>
public sealed record ScoreComponent(string Name, double Value, string Why);

/// <summary>How much a sentence deserves checking.</summary>
/// <param name="Score">0 to 1, with three decimals: the logistic function of the sum of the components.</param>
/// <param name="Components">Every rule that had a say.</param>
public sealed record CheckWorthinessScore(double Score, IReadOnlyList<ScoreComponent> Components);

/// <summary>Scores sentences for the triage of a desk. A transparent sum of rules; what each rule saw is in the answer.</summary>
public static class CheckWorthiness
{
    /// <summary>The weight of evidence with which every sentence starts: most are not worth a check.</summary>
    private const double Prior = -2.0;

    /// <summary>Decimals of what a client reads: more would claim a precision that a sum of rules does not have.</summary>
    private const int Decimals = 3;

    /// <summary>Scores one sentence. Word lists are English so far: other languages are judged by numbers, names and form alone.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static CheckWorthinessScore Score(string sentence, string language = "en")
    {
        var facts = SentenceFacts.Of(sentence, Languages.LanguageTag.Primary(language) == "en" ? Vocabulary.English : null);
        var components = WorthinessRules.Apply(facts).ConvertAll(c => c with { Value = Math.Round(c.Value, Decimals) });
        var score = 1 / (1 + Math.Exp(-(Prior + components.Sum(c => c.Value))));
        return new CheckWorthinessScore(Math.Round(score, Decimals), components);
    }
}
