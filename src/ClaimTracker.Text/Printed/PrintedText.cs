using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Printed;

/// <summary>The text of a PDF, block by block, with the page of each.</summary>
internal sealed class PrintedText
{
    /// <summary>Times the size of the body's type.</summary>
    private const double SizeOfTitle = 1.25;
    private const double SizeOfHeading = 1.1;

    /// <summary>The text.</summary>
    public DocumentText Document { get; } = new();

    /// <summary>The pages of its blocks.</summary>
    public List<(int Start, int Page)> Pages { get; } = [];

    public static PrintedText Of(IReadOnlyList<GlyphPage> pages)
    {
        var words = pages.Select(static p => PrintedWord.AllOf(p.Glyphs)).ToList();
        var hyphens = new BrokenWords();
        words.ForEach(hyphens.Learn);
        var heads = RunningHeads.TakeOut(words, [.. pages.Select(static p => p.Height)]);
        var body = words.SelectMany(static page => page).GroupBy(static w => Math.Round(w.Size, 1))
            .MaxBy(static g => g.Sum(static w => w.Text.Length))?.Key ?? 0;
        var (paragraphs, columns) = (new PrintedParagraphs(hyphens, body), new ReadingOrder());
        for (var i = 0; i < pages.Count; i++)
        {
            heads[i].Above.ForEach(line => paragraphs.AddApart(line.Text, pages[i].Number));
            foreach (var column in columns.Of(words[i]))
            {
                paragraphs.AddColumn(TextLine.AllOf(column), pages[i].Number);
            }

            heads[i].Below.ForEach(line => paragraphs.AddApart(line.Text, pages[i].Number));
            if (!string.IsNullOrWhiteSpace(pages[i].Turned))
            {
                paragraphs.AddApart(pages[i].Turned, pages[i].Number);
            }
        }

        var text = new PrintedText();
        text.Write(paragraphs.All, body);
        return text;
    }

    private void Write(IReadOnlyList<PrintedParagraph> paragraphs, double body)
    {
        var prose = paragraphs.Where(static p => p.Type is null).ToList();
        var title = prose.Where(p => p.Page == 1 && p.MayBeHeading && p.Size >= body * SizeOfTitle).MaxBy(static p => p.Size);
        foreach (var paragraph in paragraphs)
        {
            var isHeading = paragraph.Type is null && paragraph.MayBeHeading
                && (paragraph.Size >= body * SizeOfHeading || (paragraph.IsBold && paragraph.Lines <= 2));
            Document.Add(paragraph.ToString());
            var span = Document.End(
                paragraph == title ? BlockType.Title : isHeading && !IsLabel(paragraph) ? BlockType.Heading : paragraph.Type);
            if (!span.IsEmpty)
            {
                Pages.Add((span.Start, paragraph.Page));
            }
        }
    }

    /// <summary>A byline or a date may be set large too: only its words tell.</summary>
    private static bool IsLabel(PrintedParagraph paragraph) =>
        Bylines.NameIn(paragraph.ToString()) is not null || Dates.DateReader.IsDateLine(paragraph.ToString(), "en", out _);
}
