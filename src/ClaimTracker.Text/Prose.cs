namespace ClaimTracker.Text;

/// <summary>What of an article is split into sentences, and sentences that are marked by hand.</summary>
public static class Prose
{
    /// <summary>Length of the context that W3C TextQuoteSelector calls prefix and suffix, in code points.</summary>
    internal const int ContextLength = 32;

    /// <summary>Whether a block of this type says something that could be checked.</summary>
    public static bool HasSentences(BlockType type) =>
        type is BlockType.Title or BlockType.Paragraph or BlockType.Quote or BlockType.Caption or BlockType.Bio or BlockType.Disclaimer;

    /// <summary>The sentences of a block, as they would have been found in the article.</summary>
    /// <param name="text">The text of the article.</param>
    /// <param name="block">A block of it.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>Sentences whose ordinals count from 0.</returns>
    public static IReadOnlyList<TextSentence> SentencesOf(string text, TextBlock block, string? language)
    {
        var start = CodePoints.Index(text, 0, block.Start);
        var words = text[start..CodePoints.Index(text, start, block.End - block.Start)];
        return [.. SentenceSplitter.Split(words, language).Select((span, i) => Sentence(text, block.Ordinal, block.Start + span.Start, block.Start + span.End) with { Ordinal = i })];
    }

    /// <summary>A sentence from one code point of the article to another, without the white space at its ends.</summary>
    /// <param name="text">The text of the article.</param>
    /// <param name="block">The ordinal of the block that holds it.</param>
    /// <param name="start">First code point.</param>
    /// <param name="end">End, exclusive.</param>
    /// <returns>The sentence, with the ordinal 0; empty where there is nothing but white space.</returns>
    public static TextSentence Sentence(string text, int block, int start, int end)
    {
        var from = CodePoints.Index(text, 0, start);
        var to = CodePoints.Index(text, from, end - start);
        var words = text[from..to];
        from += words.Length - words.TrimStart().Length;
        to = Math.Max(from, to - (words.Length - words.TrimEnd().Length));
        var points = new CodePoints(text);
        return new TextSentence(
            0, block, points.At(from), points.At(to), text[from..to], CodePoints.Before(text, from, ContextLength), CodePoints.After(text, to, ContextLength));
    }
}
