using System.Text;

namespace ClaimTracker.Benchmarks.Anchors;

/// <summary>A text of sentences after random edits, with the true place of each sentence that still stands.</summary>
/// <param name="Before">The text before.</param>
/// <param name="After">The text after.</param>
/// <param name="Sentences">Each sentence before, with its place, and its place after; null if its words are no longer there.</param>
internal sealed record EditedText(string Before, string After, IReadOnlyList<(string Text, int Start, int? Now)> Sentences)
{
    private const int OneInTen = 10;

    /// <summary>
    /// Edits one sentence in ten: deletes it, puts another before it, moves it to the end, changes a word, or changes its white space and
    /// quotation marks.
    /// </summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="others">Sentences of another text.</param>
    /// <param name="seed">The same number gives the same edits.</param>
    public static EditedText Of(IReadOnlyList<string> sentences, IReadOnlyList<string> others, uint seed)
    {
        var (before, starts) = (new StringBuilder(), new int[sentences.Count]);
        var (parts, moved) = (new List<(string Text, int? Of)>(), new List<(string Text, int? Of)>());
        for (var i = 0; i < sentences.Count; i++)
        {
            starts[i] = before.Length;
            before.Append(sentences[i]).Append(' ');
            seed = Next(seed);
            if ((seed >> 8) % OneInTen != 0)
            {
                parts.Add((sentences[i], i));
                continue;
            }

            seed = Next(seed);
            switch ((seed >> 8) % 5)
            {
                case 0:
                    break;
                case 1:
                    parts.Add((others[(int)((seed >> 11) % (uint)others.Count)], null));
                    parts.Add((sentences[i], i));
                    break;
                case 2:
                    moved.Add((sentences[i], i));
                    break;
                case 3:
                    parts.Add((WithAnotherWord(sentences[i], seed), null));
                    break;
                default:
                    parts.Add((WithOtherMarks(sentences[i]), i));
                    break;
            }
        }

        var (after, now) = (new StringBuilder(), new int?[sentences.Count]);
        foreach (var (text, of) in parts.Concat(moved))
        {
            if (of is { } sentence)
            {
                now[sentence] = after.Length;
            }

            after.Append(text).Append(' ');
        }

        return new EditedText(
            before.ToString(), after.ToString(), [.. sentences.Select((text, i) => (text, starts[i], now[i]))]);
    }

    /// <summary>The next number of a linear congruential generator (Numerical Recipes, 7.1).</summary>
    private static uint Next(uint seed) => unchecked((seed * 1_664_525) + 1_013_904_223);

    private static string WithAnotherWord(string sentence, uint seed)
    {
        var words = sentence.Split(' ');
        words[(int)((seed >> 12) % (uint)words.Length)] = "otherwise";
        return string.Join(' ', words);
    }

    private static string WithOtherMarks(string sentence) =>
        sentence.Replace('“', '"').Replace('”', '"').Replace('’', '\'').Replace(" ", "  ", StringComparison.Ordinal);
}
