using ClaimTracker.Text.Words;

namespace ClaimTracker.Text;

/// <summary>A run of a text that a query found.</summary>
/// <param name="Start">First code point.</param>
/// <param name="End">End, exclusive.</param>
public sealed record FoundMark(int Start, int End);

/// <summary>Where the words of a query stand in a thing, and how well it fits.</summary>
/// <param name="Score">
/// 0 and more. Each word counts once, more where it stands in a title or a name, and the more the oftener it is there for the length of the
/// text, with the saturation of BM25 (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework", 2009).
/// </param>
/// <param name="Field">The part that the snippet is taken from.</param>
/// <param name="Snippet">The words around what was found, as they stand there.</param>
/// <param name="Marks">What was found in the snippet, in code points of the snippet.</param>
public sealed record FoundWords(double Score, WordField Field, string Snippet, IReadOnlyList<FoundMark> Marks)
{
    /// <summary>UTF-16 units of a snippet, but for the word that it ends in.</summary>
    private const int Length = 240;

    /// <summary>UTF-16 units that stand before the first mark, at most.</summary>
    private const int Before = 60;

    /// <summary>UTF-16 units by which a snippet grows to begin and end with a whole word.</summary>
    private const int LongestWord = 40;

    private const double Saturation = 1.2;
    private const double Normalisation = 0.75;
    private const double UsualLength = 60;

    /// <summary>Looks for the words of a query in the parts of a thing.</summary>
    /// <param name="query">The query.</param>
    /// <param name="parts">The parts of the thing; those without text are passed over.</param>
    public static FoundWords Of(WordQuery query, IReadOnlyList<(WordField Field, string? Text)> parts)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(parts);
        var wanted = query.Clauses.Where(static clause => !clause.Excluded).ToList();
        var scores = new double[wanted.Count];
        (WordField Field, string Text, List<Hit> Hits, int Found) best = (WordField.Text, "", [], -1);
        foreach (var (field, text) in parts.Where(static part => !string.IsNullOrEmpty(part.Text)))
        {
            var words = PlacedWords.Of(text!);
            var hits = HitsIn(words, wanted, field);
            foreach (var clause in hits.CountBy(static hit => hit.Clause))
            {
                scores[clause.Key] = Math.Max(scores[clause.Key], WeightOf(field) * Saturated(clause.Value, words.Count));
            }

            var found = (2 * hits.Select(static hit => hit.Clause).Distinct().Count()) + (field == WordField.Text ? 1 : 0);
            best = found > best.Found ? (field, text!, hits, found) : best;
        }

        var (start, end) = Window(best.Text, best.Hits);
        var snippet = best.Text[start..end];
        return new FoundWords(Math.Round(scores.Sum(), 4), best.Field, snippet, MarksIn(snippet, start, best.Hits));
    }

    private static List<FoundMark> MarksIn(string snippet, int start, List<Hit> hits)
    {
        var marks = new List<FoundMark>();
        var points = new CodePoints(snippet);
        var last = 0;
        foreach (var hit in hits.Where(hit => hit.Start >= start && hit.End <= start + snippet.Length))
        {
            if (hit.Start - start >= last)
            {
                last = hit.End - start;
                marks.Add(new FoundMark(points.At(hit.Start - start), points.At(last)));
            }
        }

        return marks;
    }

    private static double WeightOf(WordField field) => field switch
    {
        WordField.Title => 3,
        WordField.Name => 2,
        _ => 1,
    };

    private static double Saturated(int count, int length) =>
        count * (Saturation + 1) / (count + (Saturation * (1 - Normalisation + (Normalisation * length / UsualLength))));

    private static List<Hit> HitsIn(List<PlacedWord> words, List<WordClause> wanted, WordField field)
    {
        var hits = new List<Hit>();
        for (var c = 0; c < wanted.Count; c++)
        {
            var clause = wanted[c];
            for (var i = 0; (clause.Field ?? field) == field && i + clause.Words.Count <= words.Count; i++)
            {
                if (Stands(words, i, clause))
                {
                    hits.Add(new Hit(words[i].Start, words[i + clause.Words.Count - 1].End, c));
                }
            }
        }

        hits.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return hits;
    }

    private static bool Stands(List<PlacedWord> words, int at, WordClause clause)
    {
        for (var k = 0; k < clause.Words.Count; k++)
        {
            var (word, asked) = (words[at + k], clause.Words[k]);
            if (word.Form != asked && !(clause.Endings is { } endings && k == clause.Words.Count - 1 && Begins(word, asked, endings)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Begins(PlacedWord word, string beginning, IReadOnlyList<string> stems) =>
        word.Form.StartsWith(beginning, StringComparison.Ordinal) || stems.Contains(word.Form, StringComparer.Ordinal);

    /// <summary>The part of a text with most of what was asked for; its beginning if there is nothing of it.</summary>
    private static (int Start, int End) Window(string text, List<Hit> hits)
    {
        var (best, most) = (0, 0);
        for (var i = 0; i < hits.Count; i++)
        {
            var distinct = new HashSet<int>();
            for (var k = i; k < hits.Count && hits[k].End <= hits[i].Start + Length - Before; k++)
            {
                distinct.Add(hits[k].Clause);
            }

            (best, most) = distinct.Count > most ? (hits[i].Start, distinct.Count) : (best, most);
        }

        var start = WordStart(text, Math.Max(0, best - Before));
        return (start, WordEnd(text, Math.Min(text.Length, Math.Max(start + Length, hits.Find(hit => hit.Start == best).End))));
    }

    private static int WordStart(string text, int position)
    {
        var from = Math.Max(0, position - LongestWord);
        while (position > from && position < text.Length && !char.IsWhiteSpace(text[position - 1]))
        {
            position--;
        }

        return position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) ? position - 1 : position;
    }

    private static int WordEnd(string text, int position)
    {
        var to = Math.Min(text.Length, position + LongestWord);
        while (position < to && !char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position < text.Length && char.IsLowSurrogate(text[position]) ? position + 1 : position;
    }

    private readonly record struct Hit(int Start, int End, int Clause);
}
