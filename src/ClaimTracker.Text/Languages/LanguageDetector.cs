using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Languages;

/// <summary>Detects the language of a text: by its script if that decides, else by its number of function words of each language.</summary>
internal static class LanguageDetector
{
    /// <summary>In characters. More text would not change the answer.</summary>
    private const int Sample = 20_000;

    private static readonly string[] Latin = ["en", "de", "fr", "es", "it", "pt", "nl", "da", "pl", "sv"];
    private static readonly string[] Cyrillic = ["ru", "bg", "kk", "uk"];
    private static readonly string[] Arabic = ["ar", "fa", "ur"];

    /// <summary>Returns a two-letter code, or <see cref="LanguageTag.Undetermined"/> if nothing tells the language.</summary>
    public static string Detect(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        return Scripts.Dominant(sample) switch
        {
            Script.Latin => ByFunctionWords(sample, Latin),
            Script.Cyrillic => ByFunctionWords(sample, Cyrillic),
            Script.Arabic => ByFunctionWords(sample, Arabic),
            Script.Kana => "ja",
            Script.Han => "zh",
            Script.Hangul => "ko",
            Script.Greek => "el",
            Script.Devanagari => "hi",
            Script.Armenian => "hy",
            Script.Ethiopic => "am",
            Script.Myanmar => "my",
            Script.Hebrew => "he",
            Script.Thai => "th",
            _ => LanguageTag.Undetermined,
        };
    }

    private static string ByFunctionWords(ReadOnlySpan<char> sample, string[] languages)
    {
        var counts = new int[languages.Length];
        for (var i = 0; i < sample.Length;)
        {
            var end = i;
            while (end < sample.Length && Marks.IsWord(sample[end]) && sample[end] is not ('\'' or '’'))
            {
                end++;
            }

            for (var l = 0; l < languages.Length && end > i; l++)
            {
                counts[l] += FunctionWords.ByLanguage[languages[l]].Contains(sample[i..end]) ? 1 : 0;
            }

            i = end + 1;
        }

        var best = Array.IndexOf(counts, counts.Max());
        return counts[best] > 0 ? languages[best] : LanguageTag.Undetermined;
    }
}
