namespace ClaimTracker.Text.Worthiness;

/// <summary>The rules. One that does not apply, or that weighs nothing, adds no component.</summary>
internal static class WorthinessRules
{
    public const string Numbers = "numbers";
    public const string Years = "years";
    public const string Statistic = "statistic";
    public const string Trend = "trend";
    public const string Names = "names";
    public const string UnlistedLanguage = "unlisted_language";
    public const string Question = "question";
    public const string Brief = "short";
    public const string Length = "length";

    private const int FewWords = 6;
    private const int ManyWords = 30;
    private const int MostNames = 4;
    private const int MostQuoted = 3;

    /// <summary>The part of its weight with which a second number counts.</summary>
    private const double SecondNumber = 0.4;

    /// <summary>The part of its weight with which few words count if there is a number among them.</summary>
    private const double BriefWithNumber = 0.25;

    /// <summary>The names of all components, in their order.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Numbers, Years, .. ListRule.All.Select(static rule => rule.Name), Statistic, Trend, Names, UnlistedLanguage, Question, Brief,
        Length, .. BlockRule.All.Select(static rule => rule.Name),
    ];

    public static List<ScoreComponent> Apply(SentenceFacts facts, BlockType block, IReadOnlyDictionary<string, double> weights)
    {
        var components = new List<ScoreComponent>();
        AddWords(Numbers, facts.Numbers.Count > 1 ? 1 + SecondNumber : 1, facts.Numbers, "numbers");
        AddWords(Years, 1, facts.Years, "years");
        foreach (var rule in ListRule.All)
        {
            AddList(rule);
        }

        AddPairs();
        AddWords(Names, Math.Min(facts.Names.Count, MostNames), facts.Names, "names");
        if (!facts.HasVocabulary && facts.Numbers.Count + facts.Years.Count > 0)
        {
            Add(UnlistedLanguage, 1, "no word lists for this language: its figures count for more");
        }

        if (facts.IsQuestion)
        {
            Add(Question, 1, "asks a question");
        }

        if (facts.Words < FewWords)
        {
            Add(Brief, facts.Numbers.Count > 0 ? BriefWithNumber : 1, $"{facts.Words} words");
        }
        else
        {
            Add(Length, Math.Min(facts.Words, ManyWords), $"{facts.Words} words");
        }

        if (BlockRule.Of(block) is { } set)
        {
            Add(set.Name, 1, set.Why);
        }

        return components;

        void Add(string name, double times, string why)
        {
            if (weights.GetValueOrDefault(name) is not 0 and var weight)
            {
                components.Add(new ScoreComponent(name, weight * times, why));
            }
        }

        // What the words say together.
        void AddPairs()
        {
            var all = WordLists.None;
            foreach (var (lists, _) in facts.Found)
            {
                all |= lists;
            }

            if ((facts.Numbers.Count > 0 || Any(WordLists.Quantities))
                && Any(WordLists.Units | WordLists.Change | WordLists.Comparison | WordLists.Measures))
            {
                Add(Statistic, 1, "a figure with its measure");
            }

            if (Any(WordLists.Change | WordLists.Comparison) && Any(WordLists.Topic))
            {
                Add(Trend, 1, "public affairs that changed, or are compared");
            }

            bool Any(WordLists lists) => (all & lists) != WordLists.None;
        }

        void AddWords(string name, double times, List<string> words, string why)
        {
            if (words.Count > 0)
            {
                Add(name, times, $"{why}: {string.Join(", ", words.Take(MostQuoted))}");
            }
        }

        void AddList(ListRule rule)
        {
            var count = 0;
            string? quoted = null;
            foreach (var (lists, word) in facts.Found)
            {
                if ((lists & rule.Words) != WordLists.None)
                {
                    count++;
                    quoted = count > MostQuoted ? quoted : quoted is null ? word : $"{quoted}, {word}";
                }
            }

            if (count > 0)
            {
                Add(rule.Name, Math.Min(count, rule.Most), $"{rule.Why}: {quoted}");
            }
        }
    }
}
