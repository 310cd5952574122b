using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace ClaimTracker.Text.Html;

/// <summary>Finds the part of a page that holds the article, by SmartReader (a port of Firefox's reader view).</summary>
internal static class MainNode
{
    /// <summary>An article that is found so short is a teaser or a cookie notice: better to look at the words of the page.</summary>
    private const int ShortestMain = 250;

    /// <summary>Only for links, which nobody reads.</summary>
    private const string SomeAddress = "https://page.invalid/";

    /// <summary>Which passages stand in the main node; null where none was found. Spoils the document, which is of no use afterwards.</summary>
    public static HashSet<int>? Find(IHtmlDocument document, TextMarks marks)
    {
        (HashSet<int> Passages, int Length) found = ([], 0);
        using var reader = new Reader(SomeAddress, document) { DisableJSONLD = true };
        reader.AddCustomOperationEnd(main => found = marks.In(main));
        reader.GetArticle();
        return found.Length < ShortestMain ? null : found.Passages;
    }
}
