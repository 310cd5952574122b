namespace ClaimTracker.Text.Body;

/// <summary>Compares short texts by their words, whatever their case and punctuation.</summary>
internal static class WordOverlap
{
    /// <summary>The part of the words of the shorter text that the other has, 0 to 1, less for a great difference in length.</summary>
    public static double Of(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var (first, second) = (WordsOf(one), WordsOf(other));
        if (first.Count == 0 || second.Count == 0)
        {
            return 0;
        }

        var common = first.Count(second.Contains);
        return 2.0 * common / (first.Count + second.Count);
    }

    /// <summary>The part of the words of a text that another has, 0 to 1.</summary>
    public static double Share(ReadOnlySpan<char> of, ReadOnlySpan<char> within)
    {
        var (words, all) = (WordsOf(of), WordsOf(within));
        return words.Count == 0 ? 0 : (double)words.Count(all.Contains) / words.Count;
    }

    /// <summary>The words in lower case; for scripts without spaces, each character.</summary>
    private static HashSet<string> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        text = text.Contains('\u00AD') ? text.ToString().Replace("\u00AD", "", StringComparison.Ordinal) : text;
        for (var i = 0; i < text.Length;)
        {
            var end = WordCutter.End(text, i);
            if (end > i)
            {
                words.Add(text[i..end].ToString().ToLowerInvariant());
            }

            i = Math.Max(end, i + 1);
        }

        return words;
    }
}
