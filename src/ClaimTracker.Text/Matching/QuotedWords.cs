using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Words;

namespace ClaimTracker.Text.Matching;

/// <summary>The words of a sentence, as a quote of it is recognised by them.</summary>
internal sealed class QuotedWords
{
    /// <summary>The words of a phrase.</summary>
    public const int WordsOfPhrase = 3;

    /// <summary>What is shorter is said too often to be a quote.</summary>
    private const int FewestWords = 5;

    /// <summary>The words of a phrase that must not be function words.</summary>
    private const int FewestTelling = 2;

    /// <summary>A function word says little of what a sentence says.</summary>
    private const double OfFunctionWord = 0.25;

    private const int LongestCounted = 8;

    private const int ShortestBeginning = 3;
    private const int LongestBeginning = 6;
    private const int ChangedEnd = 2;

    private static readonly WordSet None = new();

    private readonly List<PlacedWord> _words;
    private readonly WordSet _functionWords;
    private HashSet<string>? _forms;
    private HashSet<string>? _letters;

    public QuotedWords(string text)
    {
        _words = PlacedWords.Of(text);
        _functionWords = FunctionWords.ByLanguage.GetValueOrDefault(LanguageDetector.Detect(text)) ?? None;
    }

    private HashSet<string> Forms => _forms ??= _words.Select(static word => word.Form).ToHashSet(StringComparer.Ordinal);

    private HashSet<string> Letters => _letters ??= LettersOf(string.Join(' ', _words.Select(static word => word.Whole)));

    /// <summary>
    /// The phrases that tell most of the sentence and do not overlap: where a few words of it were changed, one of them still stands.
    /// </summary>
    public IEnumerable<string> Phrases(int count)
    {
        var taken = new List<int>();
        if (_words.Count < FewestWords)
        {
            return [];
        }

        var places = Enumerable.Range(0, _words.Count - WordsOfPhrase + 1)
            .Where(place => Enumerable.Range(place, WordsOfPhrase).Count(IsTelling) >= FewestTelling)
            .OrderByDescending(place => Enumerable.Range(place, WordsOfPhrase).Sum(Telling))
            .ThenBy(static place => place);
        foreach (var place in places)
        {
            if (taken.Count < count && taken.TrueForAll(other => Math.Abs(other - place) >= WordsOfPhrase))
            {
                taken.Add(place);
            }
        }

        return taken.Order().Select(PhraseAt);
    }

    /// <summary>
    /// Letters that stand in any ASCII text with a phrase: the beginning of its longest word, without the end that its form may have
    /// changed. Null where its words are too short, or numbers.
    /// </summary>
    public static string? BeginningIn(string phrase)
    {
        var longest = phrase.Split(' ').Where(static word => char.IsAsciiLetter(word[0])).MaxBy(static word => word.Length);
        return longest is { Length: >= ShortestBeginning + ChangedEnd }
            ? longest[..Math.Min(LongestBeginning, longest.Length - ChangedEnd)]
            : null;
    }

    /// <summary>All phrases, the overlapping ones too.</summary>
    public static IEnumerable<string> AllPhrases(string text)
    {
        var words = WordForms.Of(text);
        for (var place = 0; place + WordsOfPhrase <= words.Count; place++)
        {
            yield return string.Join(' ', words[place], words[place + 1], words[place + 2]);
        }
    }

    /// <summary>The share of the words and of the spellings of this sentence that another has.</summary>
    public (double Words, double Letters) In(QuotedWords other)
    {
        var (shared, all) = (0.0, 0.0);
        foreach (var word in _words.DistinctBy(static word => word.Form, StringComparer.Ordinal))
        {
            var weight = _functionWords.Contains(word.Whole) ? OfFunctionWord : 1;
            all += weight;
            shared += other.Forms.Contains(word.Form) ? weight : 0;
        }

        return (shared / Math.Max(1, all), (double)Letters.Count(other.Letters.Contains) / Math.Max(1, Letters.Count));
    }

    private static HashSet<string> LettersOf(string text)
    {
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 3 <= text.Length; i++)
        {
            runs.Add(text.Substring(i, 3));
        }

        return runs;
    }

    private bool IsTelling(int place) => !_functionWords.Contains(_words[place].Whole);

    // Long words are rarer than short ones, and numbers than words.
    private int Telling(int place) => !IsTelling(place) ? 0
        : char.IsDigit(_words[place].Form[0]) ? LongestCounted
        : Math.Min(_words[place].Form.Length, LongestCounted);

    private string PhraseAt(int place) => string.Join(' ', _words.Skip(place).Take(WordsOfPhrase).Select(static word => word.Form));
}
