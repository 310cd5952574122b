namespace ClaimTracker.Text.Html;

/// <summary>The meaning that the surrounding elements give to a text.</summary>
/// <param name="Type">
/// The type of the outermost element that has one: inside a menu everything is part of the menu, even a headline.
/// </param>
/// <param name="InArticle">True inside an article or main element.</param>
internal readonly record struct PageContext(BlockType? Type, bool InArticle)
{
    public PageContext Inside(AngleSharp.Dom.IElement element) =>
        new(Type ?? Elements.TypeOf(element, InArticle), InArticle || element.LocalName is "article" or "main");
}
