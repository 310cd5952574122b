using ClaimTracker.Text.Hints;
using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text;

/// <summary>
/// Finds what a checker may want to look at in the sentences of an article: who is said to have said what, dates, numbers, and numbers that
/// contradict each other. Rather leaves something out than says something wrong. English only.
/// </summary>
public static class HintFinder
{
    /// <summary>The numbers of one thing with which a number is compared: the time for a text of any length stays in proportion.</summary>
    private const int MostCompared = 50;

    /// <summary>In characters. Longer ones are no prose.</summary>
    private const int LongestSentence = 4_000;

    private const int FirstYear = 1600;
    private const int LastYear = 9000;

    /// <summary>Whether hints are found in texts of a language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static bool Reads(string language) => LanguageTag.Primary(language) == "en";

    /// <summary>Finds the hints of an article, in the order of its sentences.</summary>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="publishedOn">Its day, in which its dates are read; without one they are left out.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static IReadOnlyList<TextHint> Find(IEnumerable<TextSentence> sentences, DateOnly? publishedOn, string language)
    {
        if (!Reads(language))
        {
            return [];
        }

        var published = publishedOn is { Year: >= FirstYear and <= LastYear } ? publishedOn : null;
        var hints = new List<TextHint>();
        var numbers = new Dictionary<string, List<FoundNumber>>(StringComparer.OrdinalIgnoreCase);
        foreach (var sentence in sentences.Where(static sentence => sentence.Text.Length <= LongestSentence))
        {
            AddOf(new HintSentence(sentence), published, hints, numbers);
        }

        return hints;
    }

    private static void AddOf(
        HintSentence sentence, DateOnly? published, List<TextHint> hints, Dictionary<string, List<FoundNumber>> numbers)
    {
        hints.AddRange(Attributions.Of(sentence).Select(attribution => attribution.In(sentence)));

        // Without a day of the article its numbers still are no counts: any day tells which words are dates.
        var dates = DateHints.Of(sentence, published ?? new DateOnly(2000, 1, 1));
        if (published is not null)
        {
            hints.AddRange(dates.Select(found => sentence.Hint(HintKind.Date, found.Span) with { Date = found.Date }));
        }

        var days = dates.Select(static found => found.Date).ToHashSet();
        foreach (var (span, number) in NumberHints.Of(sentence, [.. dates.Select(static found => found.Span)]))
        {
            var hint = sentence.Hint(HintKind.Number, span) with { Number = number };
            hints.Add(hint);
            if (number.Counted is { } counted)
            {
                var found = new FoundNumber(sentence, number, hint, days);
                var key = counted.TrimEnd('s');
                if (!numbers.TryGetValue(key, out var earlier))
                {
                    numbers[key] = earlier = [];
                }

                if (Contradictions.Of(found, earlier.Take(MostCompared)) is { } contradiction)
                {
                    hints.Add(contradiction);
                }

                earlier.Add(found);
            }
        }
    }
}
