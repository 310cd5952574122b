using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Html;
using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text;

/// <summary>Reads an article, as it was scraped or written, into typed blocks and sentences.</summary>
public static class ArticleParser
{
    /// <summary>Reads plain text: a draft, or a scrape with the menus and footers of its page. Never fails, whatever the text.</summary>
    /// <param name="text">The article. All offsets of the result count in this text.</param>
    /// <param name="language">A BCP 47 tag; if it is left out, the language is detected.</param>
    /// <returns>The article, with its text unchanged.</returns>
    public static ReadArticle ReadPlain(string text, string? language = null)
    {
        var code = LanguageTag.Primary(language) ?? LanguageDetector.Detect(text);
        return Assembler.Assemble(text, code, Outline.Of(text, Passages.Of(text), code));
    }

    /// <summary>
    /// Reads a web page. The text is what a visitor of the page sees, menus and footers included; scripts, styles and markup are dropped.
    /// </summary>
    /// <param name="html">The page, already decoded.</param>
    /// <param name="language">A BCP 47 tag; if it is left out, the language that the page declares, else the detected one.</param>
    /// <returns>The article. In its text each paragraph is one block, with blank lines between blocks.</returns>
    /// <exception cref="ArticleReadException">The page is larger, or nested more deeply, than any article.</exception>
    public static ReadArticle ReadHtml(string html, string? language = null)
    {
        var page = PageWalk.Read(html);
        var code = LanguageTag.Primary(language) ?? LanguageTag.Primary(page.Language) ?? LanguageDetector.Detect(page.Text);
        var outline = Outline.Of(page.Text, page.Passages, code);
        return Assembler.Assemble(page.Text, code, outline with
        {
            Title = TitleChoice.Of(outline.Title, page.Title),
            Byline = page.Byline ?? outline.Byline,
            PublishedOn = page.PublishedOn ?? outline.PublishedOn,
        });
    }
}
