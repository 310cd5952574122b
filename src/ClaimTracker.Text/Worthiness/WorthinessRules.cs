namespace ClaimTracker.Text.Worthiness;

/// <summary>The rules and their weights. A rule that does not apply adds no component.</summary>
internal static class WorthinessRules
{
    private const int FewWords = 6;
    private const int MostQuoted = 3;

    public static List<ScoreComponent> Apply(SentenceFacts facts)
    {
        var components = new List<ScoreComponent>();
        AddWords("numbers", 0.8, 2, facts.Numbers, "numbers");
        AddWords("quantities", 0.5, 2, Found(nameof(Vocabulary.Quantities)), "words of quantity");
        AddWords("names", 0.25, 3, facts.Names, "names");
        AddWords("comparison", 0.35, 2, Found(nameof(Vocabulary.Comparisons)), "compares, generalises or gives a cause");
        AddWords("fact_verbs", 0.3, 2, Found(nameof(Vocabulary.FactVerbs)), "states what is or was");
        AddWords("attribution", 0.3, 1, Found(nameof(Vocabulary.Reporting)), "cites a source");
        AddWords("opinion", -0.5, 2, Found(nameof(Vocabulary.Opinion)), "gives an opinion");
        AddWords("first_person", -0.2, 2, Found(nameof(Vocabulary.FirstPerson)), "refers to the speaker");
        AddWords("future", -0.4, 2, Found(nameof(Vocabulary.Future)), "refers to the future");
        if (facts.IsQuestion)
        {
            components.Add(new ScoreComponent("question", -1.2, "asks a question"));
        }

        if (facts.Words < FewWords)
        {
            components.Add(new ScoreComponent("short", -1.0, $"{facts.Words} words"));
        }
        else
        {
            components.Add(new ScoreComponent("length", Math.Min(facts.Words, 30) * 0.03, $"{facts.Words} words"));
        }

        return components;

        List<string> Found(string list) => facts.Found.GetValueOrDefault(list) ?? [];

        void AddWords(string name, double weight, int most, List<string> words, string why)
        {
            if (words.Count > 0)
            {
                var quoted = string.Join(", ", words.Take(MostQuoted));
                components.Add(new ScoreComponent(name, weight * Math.Min(words.Count, most), $"{why}: {quoted}"));
            }
        }
    }
}
