using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Citations;

namespace ClaimTracker.Text;

/// <summary>Makes sentences from a part of an article: one block, or a span marked by hand.</summary>
public static class Prose
{
    /// <summary>Splits one block, with the same result as in a reading of the whole article.</summary>
    /// <param name="text">The text of the article.</param>
    /// <param name="block">A block of the article.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>Sentences whose ordinals count from 0.</returns>
    public static IReadOnlyList<TextSentence> SentencesOf(string text, TextBlock block, string? language) =>
    [
        .. SentenceSplitter.Split(CodePoints.Slice(text, block.Start, block.End), language)
            .Select((span, i) => Sentence(text, block.Ordinal, block.Start + span.Start, block.Start + span.End) with { Ordinal = i }),
    ];

    /// <summary>Finds the notes in brackets of one block, as a reading of the whole article does.</summary>
    /// <param name="text">The text of the article.</param>
    /// <param name="block">A block of the article.</param>
    public static IReadOnlyList<TextCitation> NotesOf(string text, TextBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var (from, notes) = (CodePoints.Index(text, 0, block.Start), new List<TextCitation>());
        var span = new CharSpan(from, CodePoints.Index(text, from, block.End - block.Start));
        BracketNotes.Find(text, span, new CodePoints(text), notes);
        return notes;
    }

    /// <summary>Makes a sentence from a span of the article, without the white space at its ends.</summary>
    /// <param name="text">The text of the article.</param>
    /// <param name="block">The ordinal of the block that holds the span.</param>
    /// <param name="start">First character, in Unicode code points from the start of the article.</param>
    /// <param name="end">One past the last character, in code points.</param>
    /// <returns>The sentence, with the ordinal 0; its text is empty if the span is nothing but white space.</returns>
    public static TextSentence Sentence(string text, int block, int start, int end)
    {
        var from = CodePoints.Index(text, 0, start);
        var span = new CharSpan(from, CodePoints.Index(text, from, end - start)).Trim(text);
        return TextSentence.Of(text, span, 0, block, new CodePoints(text));
    }
}
