using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Printed;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace ClaimTracker.Text;

/// <summary>Reads a PDF: its words in reading order, with the page of each block.</summary>
public static class PdfParser
{
    /// <summary>In bytes.</summary>
    public const int LargestFile = 16 * 1024 * 1024;

    /// <summary>With more unknown characters than one in so many, the words are not there.</summary>
    private const int GlyphsToUnknown = 5;

    /// <summary>Titles that programs put in when nobody gives one.</summary>
    private static readonly string[] NoTitles = ["untitled", "microsoft ", "document", "powerpoint ", "slide ", "layout "];

    /// <summary>
    /// Reads a PDF. Columns are read one after the other; running heads and page numbers are set apart; words that were broken at line
    /// ends, and paragraphs that were broken at page ends, are whole.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="language">A BCP 47 tag; if it is left out, the language is detected.</param>
    /// <param name="isDraft">True for a text of one's own: all of it is the article, and nothing is furniture.</param>
    /// <exception cref="ArticleReadException">
    /// It is no PDF, is locked or broken, holds pictures of pages only, or is larger than any article.
    /// </exception>
    public static ReadArticle Read(byte[] bytes, string? language = null, bool isDraft = false)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length > LargestFile)
        {
            throw new ArticleReadException($"The PDF has {bytes.Length:N0} bytes; the limit is {LargestFile:N0}.");
        }

        var limits = new PrintedLimits();
        try
        {
            return Read(bytes, limits, language, isDraft);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new ArticleReadException("The PDF is locked with a password: save it without one.");
        }
        catch (Exception fault) when (fault is not ArticleReadException)
        {
            throw limits.Refusal ?? new ArticleReadException("The file is no PDF, or a broken one: it could not be read.");
        }
    }

    private static ReadArticle Read(byte[] bytes, PrintedLimits limits, string? language, bool isDraft)
    {
        using var pdf = PdfDocument.Open(
            bytes, new ParsingOptions { FilterProvider = new MeasuredFilters(limits), SkipMissingFonts = true, ClipPaths = false });
        if (pdf.NumberOfPages > PrintedLimits.MostPages)
        {
            throw new ArticleReadException($"The PDF has {pdf.NumberOfPages:N0} pages; the limit is {PrintedLimits.MostPages:N0}.");
        }

        pdf.AddPageFactory<GlyphPage, GlyphPages>();
        var (pages, leftOut) = (new List<GlyphPage>(), new List<string>());
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            AddPage(pdf, number, pages, leftOut, limits);
        }

        RequireWords(pages);
        var printed = PrintedText.Of(pages);
        return Assemble(printed, pdf.Information, language, isDraft, leftOut);
    }

    private static void AddPage(PdfDocument pdf, int number, List<GlyphPage> pages, List<string> leftOut, PrintedLimits limits)
    {
        try
        {
            var page = pdf.GetPage<GlyphPage>(number);
            pages.Add(page);
            if (page is { Glyphs.Count: 0, Turned.Length: 0, Pictures: > 0 })
            {
                leftOut.Add($"page {number}, which is a picture");
            }
        }
        catch (Exception fault) when (fault is not ArticleReadException && limits.Refusal is null)
        {
            leftOut.Add($"page {number}, which is broken");
        }

        if (limits.Refusal is not null)
        {
            throw limits.Refusal;
        }
    }

    private static void RequireWords(List<GlyphPage> pages)
    {
        var glyphs = pages.Sum(static p => p.Glyphs.Count(static g => g.Words != " ") + p.Turned.Length);
        if (glyphs == 0)
        {
            throw new ArticleReadException(
                pages.Exists(static p => p.Pictures > 0)
                    ? "The PDF holds pictures of pages and no text. Hand in one with text: have its words recognised (OCR) first."
                    : "The PDF holds no text.");
        }

        if (pages.Sum(static p => p.Unknown) * GlyphsToUnknown > glyphs)
        {
            throw new ArticleReadException("The fonts of the PDF do not say which characters they print. Hand in the text.");
        }
    }

    private static ReadArticle Assemble(
        PrintedText printed, DocumentInformation about, string? language, bool isDraft, IReadOnlyList<string> leftOut)
    {
        var text = printed.Document.ToString();
        var given = LanguageTag.Primary(language);
        var code = given ?? LanguageDetector.Detect(text);
        var outline = Outline.Of(text, printed.Document.Passages, code);
        var (title, author) = (TitleOf(about), Cleaned(about.Author));
        var article = Assembler.Assemble(text, code, (isDraft ? outline.AsDraft() : outline) with
        {
            Title = outline.Title ?? title,
            Byline = outline.Byline ?? author,
        });
        return article with
        {
            Blocks = WithPages(text, article.Blocks, printed.Pages),
            Report = article.Report with
            {
                Method = isDraft ? "draft" : "document",
                TitleFrom = outline.Title is not null ? "headline" : title is null ? null : "meta",
                BylineFrom = outline.Byline is not null ? "byline" : author is null ? null : "meta",
                DateFrom = article.PublishedOn is null ? null : "shown",
                LanguageFrom = given is null ? "detected" : "given",
                LeftOut = leftOut,
            },
        };
    }

    private static List<TextBlock> WithPages(string text, IReadOnlyList<TextBlock> blocks, List<(int Start, int Page)> pages)
    {
        var points = new CodePoints(text);
        var starts = pages.ConvertAll(p => (Start: points.At(p.Start), p.Page));
        var (paged, at) = (new List<TextBlock>(blocks.Count), 0);
        foreach (var block in blocks)
        {
            while (at + 1 < starts.Count && starts[at + 1].Start <= block.Start)
            {
                at++;
            }

            paged.Add(block with { Page = starts[at].Page });
        }

        return paged;
    }

    private static string? TitleOf(DocumentInformation about)
    {
        var title = Cleaned(about.Title);
        var isName = title is not null && (title.LastIndexOf('.') is > 0 and var dot && title.Length - dot is > 1 and <= 5
            && !title[dot..].Contains(' ', StringComparison.Ordinal) && title[^1] != '.');
        return title is null || isName
            || Array.Exists(NoTitles, n => title.StartsWith(n, StringComparison.OrdinalIgnoreCase)) ? null : title;
    }

    private static string? Cleaned(string? fact) =>
        string.Concat((fact ?? "").EnumerateRunes().Select(static r => GlyphWords.Of(r.ToString()))).Trim() is { Length: > 0 } words
        && !words.Contains(GlyphWords.Unknown, StringComparison.Ordinal)
            ? words
            : null;
}
