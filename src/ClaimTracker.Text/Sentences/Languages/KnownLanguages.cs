namespace ClaimTracker.Text.Sentences.Languages;

internal static class KnownLanguages
{
    /// <summary>Word lists by ISO 639-1 code. Any other language is read by the rules of English.</summary>
    public static readonly IReadOnlyDictionary<string, LanguageWords> All = new Dictionary<string, LanguageWords>(StringComparer.Ordinal)
    {
        ["en"] = English.Words,
        ["de"] = German.Words,
        ["fr"] = French.Words,
        ["es"] = Spanish.Words,
        ["it"] = Italian.Words,
        ["pt"] = Portuguese.Words,
        ["nl"] = Dutch.Words,
        ["da"] = Danish.Words,
        ["pl"] = Polish.Words,
        ["sv"] = Nordic.Swedish,
        ["no"] = Nordic.Norwegian,
        ["nb"] = Nordic.Norwegian,
        ["nn"] = Nordic.Norwegian,
        ["fi"] = Nordic.Finnish,
        ["cs"] = CentralEurope.Czech,
        ["sk"] = CentralEurope.Slovak,
        ["hr"] = CentralEurope.Croatian,
        ["bs"] = CentralEurope.Croatian,
        ["hu"] = CentralEurope.Hungarian,
        ["ro"] = CentralEurope.Romanian,
        ["tr"] = Turkic.Turkish,
        ["el"] = Greek.Words,
        ["ru"] = Cyrillic.Russian,
        ["uk"] = Cyrillic.Ukrainian,
        ["bg"] = Cyrillic.Bulgarian,
        ["kk"] = Cyrillic.Kazakh,
        ["ar"] = ArabicScript.Arabic,
        ["fa"] = ArabicScript.Persian,
        ["ur"] = ArabicScript.Urdu,
        ["hi"] = OwnMarks.Hindi,
        ["ja"] = OwnMarks.Japanese,
        ["zh"] = OwnMarks.Chinese,
        ["am"] = OwnMarks.Amharic,
        ["hy"] = OwnMarks.Armenian,
        ["my"] = OwnMarks.Burmese,
    };
}
