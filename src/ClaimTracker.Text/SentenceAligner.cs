using ClaimTracker.Text.Alignment;

namespace ClaimTracker.Text;

/// <summary>Traces each sentence of a text into its next version.</summary>
public static class SentenceAligner
{
    /// <summary>Words that one alignment may compare: about a third of a second.</summary>
    private const long WordsCompared = 150_000_000;

    /// <summary>
    /// Pairs sentences with the same words first, in order and then wherever they moved; pairs the rest by the words that they share. Time
    /// grows with the length of the texts, not with its square, however much has changed: past a budget of compared words, the sentences
    /// that are left are deleted and inserted.
    /// </summary>
    /// <param name="before">The sentences of the version before, in order.</param>
    /// <param name="after">The sentences of the version after, in order.</param>
    /// <param name="cancellation">Ends the work when nobody waits for it any more.</param>
    /// <returns>
    /// Changes in the order of the version after; a deletion comes after the sentence that it followed before. Every index of either
    /// version is in exactly one change.
    /// </returns>
    public static IReadOnlyList<SentenceChange> Align(
        IReadOnlyList<string> before, IReadOnlyList<string> after, CancellationToken cancellation = default)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var old = before.Select(s => Number(numbers, SentenceWords.Same(s))).ToArray();
        var now = after.Select(s => Number(numbers, SentenceWords.Same(s))).ToArray();
        var links = new AlignedPairs(old.Length, now.Length);
        var kept = CommonSequence.Of(old, now);
        foreach (var (b, a) in kept)
        {
            links.Keep(b, a);
        }

        KeepMoved(links, old, now);
        if (links.HasLooseEnds)
        {
            var words = new Dictionary<string, int>(StringComparer.Ordinal);
            var similarity = new Similarity(
                Bags(before, links.IsLooseBefore, words),
                Bags(after, links.IsLooseAfter, words),
                new WordBudget(WordsCompared, cancellation));
            LinkSimilar(links, similarity, kept);
        }

        return links.ToChanges();
    }

    private static void KeepMoved(AlignedPairs links, int[] old, int[] now)
    {
        var waiting = new Dictionary<int, Queue<int>>();
        for (var b = 0; b < old.Length; b++)
        {
            if (links.IsLooseBefore(b))
            {
                (waiting.TryGetValue(old[b], out var queue) ? queue : waiting[old[b]] = new Queue<int>()).Enqueue(b);
            }
        }

        for (var a = 0; a < now.Length; a++)
        {
            if (links.IsLooseAfter(a) && waiting.TryGetValue(now[a], out var queue) && queue.TryDequeue(out var b))
            {
                links.Keep(b, a);
            }
        }
    }

    private static void LinkSimilar(AlignedPairs links, Similarity similarity, List<(int Before, int After)> kept)
    {
        var (b, a) = (0, 0);
        foreach (var (nextB, nextA) in kept)
        {
            GapAligner.Align(links, similarity, links.LooseBefore(b, nextB), links.LooseAfter(a, nextA));
            (b, a) = (nextB + 1, nextA + 1);
        }

        GapAligner.Align(links, similarity, links.LooseBefore(b, links.BeforeCount), links.LooseAfter(a, links.AfterCount));
        MovedEdits.Link(links, similarity);
        LooseParts.TakeIn(links, similarity);
    }

    private static int Number(Dictionary<string, int> numbers, string text)
    {
        numbers.TryAdd(text, numbers.Count);
        return numbers[text];
    }

    // Most sentences of a new version are kept, and their words are never needed.
    private static int[][] Bags(IReadOnlyList<string> sentences, Func<int, bool> isLoose, Dictionary<string, int> words) =>
        [.. sentences.Select((s, i) => isLoose(i) ? SentenceWords.Bag(s, words) : [])];
}
