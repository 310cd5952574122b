using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Text.Body;
using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Html;

/// <summary>Reads a page: its text, the passages of the article, and what its head says.</summary>
internal static class PageReader
{
    /// <summary>In words. With fewer, and more script than text, a page shows nothing before its scripts have run.</summary>
    private const int FewestWordsOfPage = 40;
    private const int LengthOfScriptToWord = 500;

    /// <exception cref="ArticleReadException">The page is larger than any article, or holds none.</exception>
    public static WebPage Read(string html)
    {
        using var document = PageParser.Parse(html);
        var walk = PageWalk.Of(document.Body ?? document.DocumentElement);
        var meta = PageMetadata.Of(document);
        var text = walk.Text.ToString();
        var inData = DataBody.Find(text, walk.Text.Passages, meta.Data.Body);
        if (meta.Data.Body is { } body && DataBody.IsAbsent(text, walk.Text.Passages, inData, body))
        {
            walk.AddBody(body);
            text = walk.Text.ToString();
            inData = DataBody.Find(text, walk.Text.Passages, body);
        }

        RequireText(document, text, walk.Text.Passages);
        var language = document.DocumentElement.GetAttribute("lang");
        var facts = new PageFacts(
            text, walk.Text.Passages, walk.Nodes, meta.Titles, meta.Description, LanguageTag.Primary(language))
        {
            InData = inData,
            Voted = walk.Cost.IsBearable ? MainNode.Find(document, walk.Marks) : null,
        };
        return new WebPage(facts, BodyFinder.Find(facts), language, meta) { Notes = PageNotes.Of(walk.Text.Links, meta) };
    }

    private static void RequireText(IHtmlDocument document, string text, IReadOnlyList<PagePassage> passages)
    {
        var words = passages.Sum(p => LineShape.WordCount(p.Span.In(text)));
        if (words >= FewestWordsOfPage || passages.Any(p => LineShape.EndsSentence(text, p.Span)))
        {
            return;
        }

        var script = document.QuerySelectorAll("script").Sum(static s => (long)s.TextContent.Length + LengthOf(s));
        if (script > LengthOfScriptToWord * (words + 1L))
        {
            throw new ArticleReadException(
                "The page holds no article: its text is put in by scripts. Hand in the text, or the page as a browser has it.");
        }
    }

    /// <summary>A script that is loaded counts like a long one.</summary>
    private static int LengthOf(IElement script) => script.HasAttribute("src") ? LengthOfScriptToWord * FewestWordsOfPage : 0;
}
