using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Markup;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace ClaimTracker.Text;

/// <summary>Reads a text in Markdown (CommonMark with tables, footnotes, task lists and facts above it).</summary>
public static class MarkdownParser
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestText = 2_500_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    /// <summary>
    /// Reads a text in Markdown. The text of the article is the words that a reader sees, as for a page: marks are dropped, and what is
    /// HTML is read as such. Links and footnotes become citations at their words.
    /// </summary>
    /// <param name="text">The text, as it was written.</param>
    /// <param name="language">A BCP 47 tag; if it is left out, the language that the text declares, else the detected one.</param>
    /// <param name="isDraft">True for a text of one's own: all of it is the article, and nothing is furniture.</param>
    /// <exception cref="ArticleReadException">The text is larger, or nested more deeply, than any article.</exception>
    public static ReadArticle Read(string text, string? language = null, bool isDraft = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
        {
            throw new ArticleReadException($"The text has {text.Length:N0} characters; the limit is {LongestText:N0}.");
        }

        var facts = FrontMatter.Of(text);
        var walk = Walk(text[facts.End..]);
        var article = Assemble(walk, facts, language, isDraft);
        IEnumerable<string> kept = article.Sentences.Count == 0 ? [] : article.Citations.Select(static c => c.Text);
        var lost = walk.Footnotes.Except(kept, StringComparer.Ordinal).ToList();
        if (lost.Count == 0)
        {
            return article;
        }

        // A note at words that are no sentence, such as the author's name, is text.
        foreach (var note in lost)
        {
            walk.Document.Add(note);
            walk.Document.End(BlockType.Paragraph);
        }

        return Assemble(walk, facts, language, isDraft);
    }

    private static MarkdownWalk Walk(string text)
    {
        var walk = new MarkdownWalk();
        MarkdownSource.Require(text);
        try
        {
            walk.Add(Markdown.Parse(MarkdownSource.WithUnusedNotes(text), Pipeline), null);
            return walk;
        }
        catch (ArgumentException deep)
        {
            throw new ArticleReadException($"The text is nested too deeply to be read: {deep.Message}");
        }
    }

    private static ReadArticle Assemble(MarkdownWalk walk, FrontMatter facts, string? language, bool isDraft)
    {
        var text = walk.Document.ToString();
        var (given, declared) = (LanguageTag.Primary(language), LanguageTag.Primary(facts.Language));
        var code = given ?? declared ?? LanguageDetector.Detect(text);
        var outline = Outline.Of(text, walk.Document.Passages, code);
        var article = Assembler.Assemble(text, code, (isDraft ? outline.AsDraft() : outline) with
        {
            Title = facts.Title ?? outline.Title,
            Byline = facts.Author ?? outline.Byline,
            PublishedOn = facts.Date ?? outline.PublishedOn,
            Notes = walk.Notes,
        });
        return article with
        {
            Report = article.Report with
            {
                Method = isDraft ? "draft" : "document",
                TitleFrom = facts.Title is not null ? "meta" : article.Title is null ? null : "headline",
                BylineFrom = facts.Author is not null ? "meta" : article.Byline is null ? null : "byline",
                DateFrom = facts.Date is not null ? "meta" : article.PublishedOn is null ? null : "shown",
                LanguageFrom = given is not null ? "given" : declared is not null ? "declared" : "detected",
            },
        };
    }
}
