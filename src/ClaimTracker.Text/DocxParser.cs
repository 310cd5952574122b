using ClaimTracker.Text.Docx;

namespace ClaimTracker.Text;

/// <summary>Reads a document of a word processor (DOCX, ISO 29500), with the sources that its writer named, into an article.</summary>
public static class DocxParser
{
    /// <summary>
    /// Reads a document as it would be if all tracked changes were accepted. Links, comments, footnotes and endnotes become citations at
    /// their words. Headers, footers and page numbers are no part of the text, unless there is nothing else. Nothing outside of the
    /// document is asked for. Time is linear in the size of the document, and both that and its memory are bounded.
    /// </summary>
    /// <param name="bytes">The document.</param>
    /// <param name="language">A BCP 47 tag; if it is left out, the language is detected, else the one that the document declares.</param>
    /// <param name="isDraft">True for a text of one's own: all of it is the article, and nothing is furniture.</param>
    /// <returns>The article. In its text each paragraph and each row of a table is one block, with blank lines between blocks.</returns>
    /// <exception cref="ArticleReadException">
    /// The bytes are no document, or it is damaged, has no text, or has more of something than any article.
    /// </exception>
    public static ReadArticle Read(byte[] bytes, string? language = null, bool isDraft = true)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return DocxArticle.Of(DocxDocument.Read(bytes), language, isDraft);
    }
}
