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

    private static readonly HashSet<string> BylineClasses = new(StringComparer.OrdinalIgnoreCase)
    {
        "byline", "by-line", "byline-name", "byline__name", "article-byline", "article__byline", "post-byline", "entry-author",
        "author-name", "author__name", "article-author", "article__author", "post-author", "p-author", "vcard",
    };

    /// <summary>Checks whether a browser shows nothing of the text in the element, on any screen.</summary>
    public static bool IsUnseen(IElement element) => Unseen.Contains(element.LocalName);

    /// <summary>
    /// Checks whether the element has lines of its own. A time element is inline by the standard, but pages use it for date lines.
    /// </summary>
    public static bool IsBlock(IElement element) => Block.Contains(element.LocalName) && !IsInProse(element);

    /// <summary>The type that an element gives to the text inside it, or null if it gives none.</summary>
    public static BlockType? TypeOf(IElement element) => element.LocalName switch
    {
        "h1" => BlockType.Title,
        "h2" or "h3" or "h4" or "h5" or "h6" => BlockType.Heading,
        "figcaption" => BlockType.Caption,
        "blockquote" => BlockType.Quote,
        "time" when !IsInProse(element) => BlockType.Dateline,
        _ when IsByline(element) => BlockType.Byline,
        "li" => BlockType.ListItem,
        _ => null,
    };

    /// <summary>Checks for the letter that a designer set large: the rest of its word follows, often after white space.</summary>
    public static bool IsDropCap(IElement element) =>
        element.GetAttribute("class") is { } names
        && names.Contains("drop", StringComparison.OrdinalIgnoreCase) && names.Contains("cap", StringComparison.OrdinalIgnoreCase)
        && element.TextContent.AsSpan().Trim().Length == 1;

    /// <summary>Looks at rel, at schema.org's itemprop, and at the class names of common content systems.</summary>
    private static bool IsByline(IElement element) =>
        element.GetAttribute("rel") == "author"
        || element.GetAttribute("itemprop") == "author"
        || (element.HasAttribute("class") && element.ClassList.Any(BylineClasses.Contains));

    private static bool IsInProse(IElement element) =>
        element.LocalName == "time" && element.ParentElement?.LocalName is "p" or "span" or "li" or "figcaption" or "em" or "b" or "a";
}
