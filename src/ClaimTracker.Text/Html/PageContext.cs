namespace ClaimTracker.Text.Html;

/// <summary>What the elements around a text say of it.</summary>
/// <param name="Type">The type of the outermost element that has one: inside a menu everything belongs to it, a headline too.</param>
/// <param name="InArticle">An article or main element holds it, and no menu or footer.</param>
internal readonly record struct PageContext(BlockType? Type, bool InArticle)
{
    public PageContext Inside(AngleSharp.Dom.IElement element) =>
        new(Type ?? Elements.TypeOf(element, InArticle), InArticle || element.LocalName is "article" or "main");
}
