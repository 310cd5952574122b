namespace ClaimTracker.Text.Alignment;

/// <summary>
/// Measures the share of words that sentences of two versions have in common (Dice's coefficient of the two multisets). Once its budget
/// is spent, nothing resembles anything.
/// </summary>
internal sealed class Similarity(int[][] before, int[][] after, WordBudget budget)
{
    /// <summary>The least similarity at which two sentences in the same place are one sentence, edited.</summary>
    public const double InPlace = 0.5;

    /// <summary>
    /// The least similarity of a sentence that moved. It is higher because a text has many sentences that share half of their words.
    /// </summary>
    public const double Moved = 0.7;

    /// <summary>The least share of the words of a part that come from the whole.</summary>
    private const double PartOfWhole = 0.5;

    /// <summary>The least that a further part must add to the similarity. By its common words alone, any neighbour adds less.</summary>
    private const double PartAdds = 0.08;

    public int[] Before(int index) => before[index];

    public int[] After(int index) => after[index];

    /// <summary>Counts the words that each pair has in common, by the places of the two in the lists given.</summary>
    /// <returns>Null if the budget has not as many words.</returns>
    public int[][]? SharedTable(int[] old, int[] now)
    {
        if (!budget.TryTake((now.Length * Words(old, before)) + (old.Length * Words(now, after))))
        {
            return null;
        }

        return [.. old.Select(b => now.Select(a => Shared(before[b], after[a])).ToArray())];
    }

    /// <summary>The similarity of two sentences; 0 if they have too few words in common to be one.</summary>
    public double Of(int b, int a)
    {
        var (x, y) = (before[b], after[a]);
        return MayResemble(x.Length, y.Length) && budget.TryTake(x.Length + y.Length) ? Of(b, a, Shared(x, y)) : 0;
    }

    /// <summary>The similarity of two sentences that have this many words in common; 0 if these are too few.</summary>
    public double Of(int b, int a, int shared) => Dice(shared, before[b].Length, after[a].Length) is >= InPlace and var score ? score : 0;

    /// <summary>The similarity of an old sentence to new neighbours, or 0 if these are not its parts.</summary>
    public double OfSplit(int b, ReadOnlySpan<int> parts) => OfParts(before[b], parts, after);

    /// <summary>The similarity of old neighbours to a new sentence, or 0 if these are not its parts.</summary>
    public double OfMerge(ReadOnlySpan<int> parts, int a) => OfParts(after[a], parts, before);

    /// <summary>Whether a new sentence that has this many words in common with an old one may be a part of it.</summary>
    public bool MayBePartAfter(int a, int shared) => IsPart(shared, after[a].Length);

    /// <summary>Whether an old sentence that has this many words in common with a new one may be a part of it.</summary>
    public bool MayBePartBefore(int b, int shared) => IsPart(shared, before[b].Length);

    private static bool IsPart(int shared, int words) => words > 0 && shared >= PartOfWhole * words;

    private double OfParts(int[] whole, ReadOnlySpan<int> parts, int[][] bags)
    {
        var words = 0;
        foreach (var part in parts)
        {
            words += bags[part].Length;
        }

        if (!MayResemble(whole.Length, words) || !budget.TryTake(whole.Length + words))
        {
            return 0;
        }

        Span<int> own = stackalloc int[parts.Length];
        var (all, withoutFirst, withoutLast) = SharedWithParts(whole, parts, bags, own);
        for (var i = 0; i < parts.Length; i++)
        {
            if (!IsPart(own[i], bags[parts[i]].Length))
            {
                return 0;
            }
        }

        // Without its first or its last part, the whole must be covered clearly less well.
        var score = Dice(all, whole.Length, words);
        var rest = Math.Max(
            Dice(withoutFirst, whole.Length, words - bags[parts[0]].Length),
            Dice(withoutLast, whole.Length, words - bags[parts[^1]].Length));
        return score >= InPlace && score >= rest + PartAdds ? score : 0;
    }

    /// <summary>Counts in one pass the words that a whole shares with all its parts, and in <paramref name="own"/> with each.</summary>
    private static (int All, int WithoutFirst, int WithoutLast) SharedWithParts(
        int[] whole, ReadOnlySpan<int> parts, int[][] bags, Span<int> own)
    {
        Span<int> places = stackalloc int[parts.Length];
        var (all, withoutFirst, withoutLast) = (0, 0, 0);
        for (var start = 0; start < whole.Length;)
        {
            var word = whole[start];
            var end = start + 1;
            while (end < whole.Length && whole[end] == word)
            {
                end++;
            }

            var (wanted, together, first, last) = (end - start, 0, 0, 0);
            for (var i = 0; i < parts.Length; i++)
            {
                last = CountOf(word, bags[parts[i]], ref places[i]);
                first = i == 0 ? last : first;
                own[i] += Math.Min(wanted, last);
                together += last;
            }

            all += Math.Min(wanted, together);
            withoutFirst += Math.Min(wanted, together - first);
            withoutLast += Math.Min(wanted, together - last);
            start = end;
        }

        return (all, withoutFirst, withoutLast);
    }

    /// <summary>Moves a place in a sorted bag past a word, and tells how often the bag has it.</summary>
    private static int CountOf(int word, int[] bag, ref int place)
    {
        while (place < bag.Length && bag[place] < word)
        {
            place++;
        }

        var start = place;
        while (place < bag.Length && bag[place] == word)
        {
            place++;
        }

        return place - start;
    }

    /// <summary>Whether lengths allow the least similarity, even if the shorter has no word that the longer lacks.</summary>
    private static bool MayResemble(int x, int y) => Dice(Math.Min(x, y), x, y) >= InPlace;

    private static long Words(int[] sentences, int[][] bags) => sentences.Sum(sentence => (long)bags[sentence].Length);

    private static double Dice(int shared, int x, int y) => x + y == 0 ? 0 : 2.0 * shared / (x + y);

    private static int Shared(int[] x, int[] y)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < x.Length && j < y.Length)
        {
            var (l, r) = (x[i], y[j]);
            shared += l == r ? 1 : 0;
            i += l <= r ? 1 : 0;
            j += r <= l ? 1 : 0;
        }

        return shared;
    }
}
