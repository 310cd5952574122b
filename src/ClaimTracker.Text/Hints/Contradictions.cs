using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Hints;

/// <summary>Finds numbers of a text that say something else of the same thing than an earlier one.</summary>
internal static class Contradictions
{
    private const int FewestShared = 2;
    private const int ShortestShared = 4;

    private static readonly WordSet Common = new(
        "that this with from have were been they their there which about would more than said says also");

    /// <summary>
    /// Compares a number with those before it. They are of the same thing if they count the same words in the same unit, if the sentences
    /// share two other words, and if neither names a date that the other does not.
    /// </summary>
    public static TextHint? Of(FoundNumber number, IEnumerable<FoundNumber> earlier)
    {
        if (number.Number.Counted is null || number.Number.About is not null)
        {
            return null;
        }

        foreach (var other in earlier)
        {
            if (other.Number.About is null && other.Number.Value != number.Number.Value && other.Number.Unit == number.Number.Unit
                && other.Number.Counted is { } counted && Same(counted, number.Number.Counted)
                && other.Sentence.Ordinal != number.Sentence.Ordinal && other.Dates.SetEquals(number.Dates)
                && SharedWords(other, number) >= FewestShared)
            {
                return number.Hint with
                {
                    Kind = HintKind.Contradiction,
                    Other = new HintOther(
                        other.Sentence.Ordinal, other.Hint.Start, other.Hint.End, other.Hint.Text, other.Number.Value),
                };
            }
        }

        return null;
    }

    private static bool Same(string one, string other) => Stem(one).Equals(Stem(other), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Stem(string words) => words.AsSpan().TrimEnd('s');

    private static int SharedWords(FoundNumber one, FoundNumber other)
    {
        var words = WordsOf(one);
        words.IntersectWith(WordsOf(other));
        return words.Count;
    }

    private static HashSet<string> WordsOf(FoundNumber number)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < number.Sentence.Count; i++)
        {
            var word = number.Sentence.At(i);
            if (number.Sentence.IsWordAt(i) && word.Length >= ShortestShared && !Common.Contains(word)
                && !number.Number.Counted!.Contains(word.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                words.Add(word.TrimEnd('s').ToString());
            }
        }

        return words;
    }
}

/// <summary>A number that was found.</summary>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Number">The number.</param>
/// <param name="Hint">Its hint.</param>
/// <param name="Dates">The dates of its sentence.</param>
internal sealed record FoundNumber(HintSentence Sentence, HintNumber Number, TextHint Hint, HashSet<HintDate> Dates);
