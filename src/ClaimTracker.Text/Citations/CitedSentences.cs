namespace ClaimTracker.Text;

/// <summary>A citation at the sentence that it is about.</summary>
/// <param name="Citation">The citation.</param>
/// <param name="Sentence">The ordinal of the sentence.</param>
/// <param name="Start">The first of its words, in code points from the start of the sentence; null if it is about the whole.</param>
/// <param name="End">One past the last of them.</param>
public sealed record PlacedCitation(TextCitation Citation, int Sentence, int? Start, int? End);

/// <summary>Finds the sentences that the citations of an article are about.</summary>
public static class CitedSentences
{
    /// <summary>
    /// Places each citation on the sentence with its first word. A note that begins a sentence follows the one that it is about, and one
    /// outside of any sentence is about the nearest of its block, or else the last before it, or else the first of the article: these
    /// are about the whole sentence.
    /// </summary>
    /// <param name="read">An article.</param>
    /// <returns>In the order of the citations; none if the article has no sentence.</returns>
    public static IReadOnlyList<PlacedCitation> Place(ReadArticle read) =>
        read.Sentences.Count == 0 ? [] : [.. read.Citations.Select(citation => Place(read, citation))];

    private static PlacedCitation Place(ReadArticle read, TextCitation citation)
    {
        var at = LastFrom(read.Sentences, static sentence => sentence.Start, citation.Start);
        if (at < 0 || citation.Start >= read.Sentences[at].End)
        {
            return new PlacedCitation(citation, Nearest(read, citation, at), null, null);
        }

        var sentence = read.Sentences[at];
        if (citation.Kind == CitationKind.Bracket && citation.Start == sentence.Start && IsInBlock(read, at - 1, sentence.BlockOrdinal))
        {
            return new PlacedCitation(citation, at - 1, null, null);
        }

        var (start, end) = (citation.Start - sentence.Start, Math.Min(citation.End, sentence.End) - sentence.Start);
        return end <= start || (start == 0 && end == sentence.End - sentence.Start)
            ? new PlacedCitation(citation, at, null, null)
            : new PlacedCitation(citation, at, start, end);
    }

    private static int Nearest(ReadArticle read, TextCitation citation, int before)
    {
        var block = LastFrom(read.Blocks, static block => block.Start, citation.Start);
        var (isBefore, isAfter) = (IsInBlock(read, before, block), IsInBlock(read, before + 1, block));
        return isAfter && (!isBefore || read.Sentences[before + 1].Start - citation.End < citation.Start - read.Sentences[before].End)
            ? before + 1
            : Math.Max(before, 0);
    }

    private static bool IsInBlock(ReadArticle read, int sentence, int block) =>
        sentence >= 0 && sentence < read.Sentences.Count && read.Sentences[sentence].BlockOrdinal == block;

    /// <summary>The last item that starts at a place or before it; -1 if none does.</summary>
    private static int LastFrom<T>(IReadOnlyList<T> items, Func<T, int> start, int place)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = start(items[middle]) <= place ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
