using System.Buffers;
using System.Text;
using ClaimTracker.Text.Matching;

namespace ClaimTracker.Text;

/// <summary>A sentence that has nearly all words of a text.</summary>
/// <param name="Text">The place of the text among those that were asked for.</param>
/// <param name="Score">How much of the text it has: the mean of the other two.</param>
/// <param name="Words">The share of the words that it has, function words counting a quarter.</param>
/// <param name="Letters">The same for runs of three letters.</param>
public sealed record RepeatedText(int Text, double Score, double Words, double Letters);

/// <summary>
/// Finds sentences that say what texts say, in nearly the same words: quotes that came up before. Such a sentence has a phrase of the text,
/// by which an index of words finds it.
/// </summary>
public sealed class RepeatFinder
{
    /// <summary>What shares less is another sentence.</summary>
    public const double Least = 0.75;

    private readonly List<QuotedWords> _texts;
    private readonly Dictionary<string, List<int>> _byPhrase = new(StringComparer.Ordinal);
    private readonly SearchValues<string>? _beginnings;

    /// <summary>Takes the texts.</summary>
    /// <param name="texts">What is asked for.</param>
    /// <param name="phrases">The phrases of each by which it is looked up, at most.</param>
    public RepeatFinder(IReadOnlyList<string> texts, int phrases)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _texts = [.. texts.Select(static text => new QuotedWords(PostedText.WordsOf(text)))];
        for (var text = 0; text < _texts.Count; text++)
        {
            foreach (var phrase in _texts[text].Phrases(phrases))
            {
                if (!_byPhrase.TryGetValue(phrase, out var of))
                {
                    _byPhrase.Add(phrase, of = []);
                }

                of.Add(text);
            }
        }

        var beginnings = _byPhrase.Keys.Select(QuotedWords.BeginningIn).ToList();
        _beginnings = beginnings.Contains(null) ? null : SearchValues.Create([.. beginnings!], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Gets the phrases that are looked up, in forms (<see cref="WordForms"/>) with spaces between them. A text of a few words has none.
    /// </summary>
    public IReadOnlyCollection<string> Phrases => _byPhrase.Keys;

    /// <summary>Compares a sentence with the texts of which it has a phrase.</summary>
    /// <param name="sentence">Any sentence.</param>
    public IEnumerable<RepeatedText> Compare(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (!MayHavePhrase(sentence))
        {
            yield break;
        }

        var texts = QuotedWords.AllPhrases(sentence)
            .SelectMany(phrase => _byPhrase.GetValueOrDefault(phrase) ?? [])
            .Distinct()
            .ToList();
        if (texts.Count == 0)
        {
            yield break;
        }

        var there = new QuotedWords(sentence);
        foreach (var text in texts)
        {
            var (words, letters) = _texts[text].In(there);
            if ((words + letters) / 2 is >= Least and var score)
            {
                yield return new RepeatedText(text, score, words, letters);
            }
        }
    }

    // Most sentences of an article have none, and to bring their words into forms takes the most time. Accents are off in forms.
    private bool MayHavePhrase(string sentence) =>
        _beginnings is null || !Ascii.IsValid(sentence) || sentence.AsSpan().ContainsAny(_beginnings);
}
