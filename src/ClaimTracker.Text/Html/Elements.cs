using AngleSharp.Dom;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Html;

/// <summary>The effect of HTML elements on the visible text (WHATWG HTML, section 15, Rendering).</summary>
internal static class Elements
{
    private static readonly WordSet Unseen = new(
        "head script style template noscript iframe object embed svg canvas audio video select textarea input datalist map area");

    private static readonly WordSet Block = new(
        """
        address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3
        h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead time tr ul
        """);

    public static bool IsUnseen(IElement element) =>
        Unseen.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    private static readonly HashSet<string> BylineClasses = new(StringComparer.OrdinalIgnoreCase)
    {
        "byline", "by-line", "byline-name", "byline__name", "article-byline", "article__byline", "post-byline", "entry-author",
        "author-name", "author__name", "article-author", "article__author", "post-author", "p-author", "vcard",
    };

    /// <summary>
    /// Checks whether the element has lines of its own. A time element is inline by the standard, but pages use it for date lines.
    /// </summary>
    public static bool IsBlock(IElement element) => Block.Contains(element.LocalName) && !IsInProse(element);

    /// <summary>The type that an element gives to the text inside it, or null if it gives none.</summary>
    public static BlockType? TypeOf(IElement element, bool inArticle) => element.LocalName switch
    {
        "h1" => BlockType.Title,
        "nav" or "button" or "menu" or "aside" => BlockType.Navigation,
        "header" when !inArticle => BlockType.Navigation,
        "footer" when !inArticle => BlockType.Footer,
        "figcaption" => BlockType.Caption,
        "blockquote" => BlockType.Quote,
        "time" when !IsInProse(element) => BlockType.Dateline,
        _ when IsByline(element) => BlockType.Byline,
        _ => element.GetAttribute("role") switch
        {
            "navigation" or "menu" => BlockType.Navigation,
            "contentinfo" => BlockType.Footer,
            _ => null,
        },
    };

    /// <summary>Looks at rel, at schema.org's itemprop, and at the class names of common content systems.</summary>
    private static bool IsByline(IElement element) =>
        element.GetAttribute("rel") == "author"
        || element.GetAttribute("itemprop") == "author"
        || (element.HasAttribute("class") && element.ClassList.Any(BylineClasses.Contains));

    private static bool IsInProse(IElement element) =>
        element.LocalName == "time" && element.ParentElement?.LocalName is "p" or "span" or "li" or "figcaption" or "em" or "b" or "a";
}
