using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Body;
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
    /// <param name="isDraft">True for a text of one's own: all of it is the article, and nothing is furniture.</param>
    /// <returns>The article, with its text unchanged.</returns>
    public static ReadArticle ReadPlain(string text, string? language = null, bool isDraft = false)
    {
        var given = LanguageTag.Primary(language);
        var code = given ?? LanguageDetector.Detect(text);
        var outline = Outline.Of(text, Passages.Of(text), code);
        var article = Assembler.Assemble(text, code, isDraft ? outline.AsDraft() : outline);
        return article with
        {
            Report = article.Report with
            {
                Method = isDraft ? "draft" : "text",
                TitleFrom = article.Title is null ? null : "headline",
                BylineFrom = article.Byline is null ? null : "byline",
                DateFrom = article.PublishedOn is null ? null : "shown",
                LanguageFrom = given is null ? "detected" : "given",
            },
        };
    }

    /// <summary>
    /// Reads a web page. The text is all that the page holds for a visitor, menus and footers included, and what is not shown at first;
    /// scripts, styles and markup are dropped. A body that stands only in the page's data for search engines is added below.
    /// </summary>
    /// <param name="html">The page, already decoded.</param>
    /// <param name="language">A BCP 47 tag; if it is left out, the language that the page declares, else the detected one.</param>
    /// <param name="isDraft">True for a text of one's own: all of it is the article, and nothing is furniture.</param>
    /// <returns>The article. In its text each paragraph is one block, with blank lines between blocks.</returns>
    /// <exception cref="ArticleReadException">
    /// The page is larger, or nested more deeply, than any article; or its text is put in by scripts.
    /// </exception>
    public static ReadArticle ReadHtml(string html, string? language = null, bool isDraft = false)
    {
        var page = PageReader.Read(html);
        var (given, declared) = (LanguageTag.Primary(language), LanguageTag.Primary(page.Language));
        var code = given ?? declared ?? LanguageDetector.Detect(page.Facts.Text);
        var outline = Outline.Of(page.Facts.Text, PageTypes.Of(page.Facts, page.Body), code);
        var (title, titleFrom) = TitleChoice.Of(outline.Title, page.Meta);
        var (byline, bylineFrom) = BylineChoice.Of(outline.Byline, page.Meta);
        var (date, dateFrom) = DateChoice.Of(outline.PublishedOn, page.Meta);
        var article = Assembler.Assemble(page.Facts.Text, code, (isDraft ? outline.AsDraft() : outline) with
        {
            Title = title,
            Byline = byline,
            PublishedOn = date,
            Notes = page.Notes,
            PlaceOf = PagePlaces.Of(page.Facts),
        });
        return article with
        {
            Report = article.Report with
            {
                Method = isDraft ? "draft" : page.Body.MethodName,
                Confidence = isDraft ? 1 : page.Body.Confidence,
                TitleFrom = titleFrom,
                BylineFrom = bylineFrom,
                DateFrom = dateFrom ?? (article.PublishedOn is null ? null : "shown"),
                LanguageFrom = given is not null ? "given" : declared is not null ? "declared" : "detected",
            },
        };
    }
}
