namespace ClaimTracker.Text.Html;

/// <summary>The meaning that the surrounding elements give to a text.</summary>
/// <param name="Type">The type of the outermost element that has one: a link in a caption is part of the caption.</param>
/// <param name="Node">The element that the text is in, by its index among the nodes.</param>
/// <param name="InArticle">True inside an article or main element.</param>
/// <param name="InLink">True inside a link.</param>
/// <param name="InParagraph">True inside a paragraph element.</param>
/// <param name="InRow">True inside a row of a table of data, which is one block.</param>
internal readonly record struct PageContext(
    BlockType? Type, int Node, bool InArticle, bool InLink = false, bool InParagraph = false, bool InRow = false);
