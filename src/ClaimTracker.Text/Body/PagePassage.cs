using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Body;

/// <summary>A block of text of a page, with the facts that its markup shows.</summary>
/// <param name="Span">The text, trimmed.</param>
/// <param name="Type">The type that the elements around it give; null if they give none.</param>
/// <param name="Node">The element that it begins in.</param>
/// <param name="Linked">Its characters inside links.</param>
/// <param name="InParagraph">True inside a paragraph element.</param>
internal readonly record struct PagePassage(CharSpan Span, BlockType? Type, int Node, int Linked, bool InParagraph)
{
    /// <summary>The part of it that is links, 0 to 1.</summary>
    public double LinkShare => (double)Linked / Span.Length;
}
