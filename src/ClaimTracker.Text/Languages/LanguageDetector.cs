using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Languages;

/// <summary>Detects the language of a text: by its script if that decides, else by its number of function words of each language.</summary>
internal static class LanguageDetector
{
    /// <summary>In characters. More text would not change the answer.</summary>
    private const int Sample = 20_000;

    /// <summary>Function words are at least this share of the words of a text in its language.</summary>
    private const double LeastShare = 0.11;

    /// <summary>The same for languages that say with endings what others say with small words.</summary>
    private const double LeastShareOfEndings = 0.07;

    /// <summary>The second language must stay behind the best by this share of its score.</summary>
    private const double LeastLead = 0.12;

    /// <summary>The weight of a letter that a language does not have, against one function word.</summary>
    private const double ForeignLetter = 0.7;

    private const string WithEndings = " fi hu tr et az uz kk eu lt lv la ru uk be ";

    /// <summary>Returns a two-letter code, or <see cref="LanguageTag.Undetermined"/> if nothing tells the language.</summary>
    public static string Detect(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        var script = Scripts.Dominant(sample);
        return script switch
        {
            Script.Latin or Script.Cyrillic or Script.Arabic or Script.Devanagari => ByFunctionWords(sample, script),
            Script.Kana => "ja",
            Script.Han => "zh",
            Script.Hangul => "ko",
            Script.Greek => "el",
            Script.Armenian => "hy",
            Script.Ethiopic => "am",
            Script.Myanmar => "my",
            Script.Hebrew => "he",
            Script.Thai => "th",
            Script.Bengali => "bn",
            Script.Gurmukhi => "pa",
            Script.Gujarati => "gu",
            Script.Tamil => "ta",
            Script.Telugu => "te",
            Script.Kannada => "kn",
            Script.Malayalam => "ml",
            Script.Sinhala => "si",
            Script.Lao => "lo",
            Script.Tibetan => "bo",
            Script.Georgian => "ka",
            Script.Khmer => "km",
            _ => LanguageTag.Undetermined,
        };
    }

    /// <summary>
    /// The language with the most function words and the fewest letters of others. A text that holds few such words, or in which another
    /// language is close behind, has none: no language is better than a wrong one.
    /// </summary>
    private static string ByFunctionWords(ReadOnlySpan<char> sample, Script script)
    {
        var (hits, foreign) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var (words, odd, single) = (0, 0, false);
        for (var i = 0; i < sample.Length;)
        {
            var end = i;
            while (end < sample.Length && Marks.IsWord(sample[end]) && sample[end] is not ('\'' or '’'))
            {
                if (Scripts.Of(sample[end]) == script && Alphabets.LanguagesWith(sample[end]) is { } having)
                {
                    odd++;
                    Count(foreign, having);

                    // A letter of one language alone is as good as a word.
                    Count(hits, having.Length == 1 ? having : []);
                }

                end++;
            }

            if (end > i && char.IsLetter(sample[i]))
            {
                words++;
                var languages = FunctionWords.LanguagesWith(sample[i..end]);
                single |= languages.Length == 1;
                Count(hits, languages);
            }

            i = end + 1;
        }

        var scores = hits
            .Select(h => (Language: h.Key, Hits: h.Value, Score: h.Value - (ForeignLetter * (odd - foreign.GetValueOrDefault(h.Key)))))
            .OrderByDescending(static s => s.Score)
            .Take(2)
            .ToList();
        return scores is [var best, ..] && IsEnough(best.Language, best.Hits, words, single)
            && (scores.Count == 1 || best.Score - Math.Max(0, scores[1].Score) > LeastLead * best.Score)
            && best.Score > 0
                ? best.Language
                : LanguageTag.Undetermined;
    }

    private static bool IsEnough(string language, int hits, int words, bool single) =>
        (hits > 1 || (single && !LatinWords.ByLanguage.ContainsKey(language)))
        && hits >= words * (WithEndings.Contains($" {language} ", StringComparison.Ordinal) ? LeastShareOfEndings : LeastShare);

    private static void Count(Dictionary<string, int> counts, string[] languages)
    {
        foreach (var language in languages)
        {
            counts[language] = counts.GetValueOrDefault(language) + 1;
        }
    }
}
