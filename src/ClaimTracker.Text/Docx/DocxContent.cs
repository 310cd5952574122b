using System.Text;

namespace ClaimTracker.Text.Docx;

/// <summary>A place in the paragraphs of a part.</summary>
/// <param name="Paragraph">The paragraph. One past the last is the end.</param>
/// <param name="Offset">In UTF-16 units from its start.</param>
internal readonly record struct DocxPlace(int Paragraph, int Offset);

/// <summary>A paragraph of a document.</summary>
internal sealed class DocxParagraph
{
    public StringBuilder Text { get; } = new(0);

    /// <summary>The id of its style.</summary>
    public string? Style { get; set; }

    /// <summary>Whether it is numbered or has a bullet; null if its style says that.</summary>
    public bool? IsListItem { get; set; }

    /// <summary>Its level in the outline, from 0, if it says so itself.</summary>
    public int? Level { get; set; }

    /// <summary>Its end was deleted: the next one goes on where it stops.</summary>
    public bool JoinsNext { get; set; }

    /// <summary>The number of its row, of all tables, from 1; 0 outside of tables.</summary>
    public int Row { get; init; }

    public int Cell { get; init; }

    /// <summary>It is in a table within a table.</summary>
    public bool IsNested { get; init; }

    /// <summary>The id by which replies name the comment that it ends.</summary>
    public string? Id { get; init; }
}

/// <summary>A link on words.</summary>
internal sealed record DocxLink(DocxPlace Start, DocxPlace End, string Target);

/// <summary>The mark of a footnote or an endnote, or of a comment without a range.</summary>
internal sealed record DocxMark(CitationKind Kind, string Id, DocxPlace Place);

/// <summary>The words that a comment is on.</summary>
internal sealed class DocxRange(DocxPlace start)
{
    public DocxPlace Start { get; } = start;

    public DocxPlace? End { get; set; }
}

/// <summary>Words that a tracked change takes out.</summary>
internal sealed record DocxDeletion(DocxPlace Place, string? Author, DateTimeOffset? At)
{
    public StringBuilder Text { get; } = new();
}

/// <summary>A comment, a footnote or an endnote, in the part that holds them: some of its paragraphs.</summary>
internal sealed record DocxNote(string Id, string? Author, DateTimeOffset? At, int First)
{
    public int End { get; set; }
}

/// <summary>What a part of a document holds, as it is read.</summary>
internal sealed class DocxContent
{
    private int _length;
    private int _notes;

    public List<DocxParagraph> Paragraphs { get; } = [];

    public List<DocxLink> Links { get; } = [];

    public List<DocxMark> Marks { get; } = [];

    public Dictionary<string, DocxRange> Ranges { get; } = new(StringComparer.Ordinal);

    public List<DocxDeletion> Deletions { get; } = [];

    public List<DocxNote> Notes { get; } = [];

    public bool IsEmpty => !Paragraphs.Exists(static paragraph => !string.IsNullOrWhiteSpace(paragraph.Text.ToString()));

    /// <exception cref="ArticleReadException">There is more text than in any article.</exception>
    public void CountText(int length)
    {
        _length += length;
        if (_length > DocxLimits.MostText)
        {
            throw new ArticleReadException($"The document has more than {DocxLimits.MostText:N0} characters of text.");
        }
    }

    /// <exception cref="ArticleReadException">There are more notes than in any article.</exception>
    public void CountNote()
    {
        if (++_notes > DocxLimits.MostNotes)
        {
            throw new ArticleReadException($"The document has more than {DocxLimits.MostNotes:N0} links, notes and changes.");
        }
    }

    /// <exception cref="ArticleReadException">There are more paragraphs than in any article.</exception>
    public void Add(DocxParagraph paragraph)
    {
        if (Paragraphs.Count == DocxLimits.MostParagraphs)
        {
            throw new ArticleReadException($"The document has more than {DocxLimits.MostParagraphs:N0} paragraphs.");
        }

        Paragraphs.Add(paragraph);
    }
}
