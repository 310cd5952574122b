using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Sentences;

namespace ClaimTracker.Text.Docx;

/// <summary>Makes the article of a document.</summary>
internal static class DocxArticle
{
    /// <exception cref="ArticleReadException">The document has no text.</exception>
    public static ReadArticle Of(DocxDocument document, string? language, bool isDraft)
    {
        var layout = DocxLayout.Of(document.Body.Paragraphs, document.Styles);
        if (layout.Passages.Count == 0)
        {
            throw new ArticleReadException("The document has no text.");
        }

        var (code, languageFrom) = Language(layout.Text, language, document.Styles.Language);
        var notes = new DocxNotes(document.Body, layout, SentenceRules.For(code));
        notes.AddLinks();
        notes.AddNotes(CitationKind.Footnote, document.Footnotes);
        notes.AddNotes(CitationKind.Endnote, document.Endnotes);
        notes.AddComments(document.Comments, document.Parents);

        var outline = Outline.Of(layout.Text, layout.Passages, code);
        var article = Assembler.Assemble(layout.Text, code, (isDraft ? outline.AsDraft() : outline) with { Notes = notes.All });
        return article with
        {
            Byline = article.Byline ?? document.Properties.Author,
            PublishedOn = article.PublishedOn ?? document.Properties.Day,
            Report = article.Report with
            {
                Method = "document",
                TitleFrom = article.Title is null ? null : "headline",
                BylineFrom = article.Byline is not null ? "byline" : document.Properties.Author is not null ? "meta" : null,
                DateFrom = article.PublishedOn is not null ? "shown" : document.Properties.Day is not null ? "meta" : null,
                LanguageFrom = languageFrom,
                Deleted = Deleted(document.Body, layout, article),
            },
        };
    }

    // What a document declares is most often the language of the program that it was written with.
    private static (string Code, string From) Language(string text, string? given, string? declared)
    {
        if (LanguageTag.Primary(given) is { } code)
        {
            return (code, "given");
        }

        var detected = LanguageDetector.Detect(text);
        return detected == "und" && LanguageTag.Primary(declared) is { } said ? (said, "declared") : (detected, "detected");
    }

    private static List<ReadingDeletion> Deleted(DocxContent body, DocxLayout layout, ReadArticle article)
    {
        var deleted = new List<ReadingDeletion>(body.Deletions.Count);
        var (points, block) = (new CodePoints(layout.Text), 0);
        foreach (var (at, deletion) in body.Deletions.Select(d => (At: layout.At(d.Place), d)).OrderBy(static d => d.At))
        {
            var start = points.At(at);
            while (block + 1 < article.Blocks.Count && article.Blocks[block + 1].Start <= start)
            {
                block++;
            }

            deleted.Add(new ReadingDeletion(block, start, deletion.Text.ToString(), deletion.Author, deletion.At));
        }

        return deleted;
    }
}
