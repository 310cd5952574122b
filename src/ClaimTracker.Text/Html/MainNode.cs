using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace ClaimTracker.Text.Html;

/// <summary>Finds the part of a page that holds the article, with SmartReader (a port of Firefox's reader view).</summary>
internal static class MainNode
{
    /// <summary>In characters. A shorter find is a teaser or a cookie notice: the words of the page are a better guide then.</summary>
    private const int ShortestMain = 250;

    /// <summary>SmartReader resolves links against it, but no link is read.</summary>
    private const string SomeAddress = "https://page.invalid/";

    /// <summary>Finds the passages in the main node; null if there is no main node. Destroys the document.</summary>
    public static HashSet<int>? Find(IHtmlDocument document, TextMarks marks)
    {
        (HashSet<int> Passages, int Length) found = ([], 0);
        using var reader = new Reader(SomeAddress, document) { DisableJSONLD = true };
        reader.AddCustomOperationEnd(main => found = marks.In(main));
        reader.GetArticle();
        return found.Length < ShortestMain ? null : found.Passages;
    }
}
