using static ClaimTracker.Text.Tests.Docx.DocxFile;

namespace ClaimTracker.Text.Tests.Docx;

/// <summary>What writers and their editors put beside the words of a document.</summary>
public sealed class DocxNotesTests
{
    [Fact]
    public void Links_notes_and_comments_are_citations_at_their_words()
    {
        var read = new DocxFile(
            "<w:p>" + Run("The town has ") + "<w:commentRangeStart w:id=\"0\"/>" + Run("94,703 people") + "<w:commentRangeEnd w:id=\"0\"/>"
            + "<w:r><w:commentReference w:id=\"0\"/></w:r>" + Run(" and a ")
            + "<w:hyperlink r:id=\"l1\">" + Run("harbour") + "</w:hyperlink>"
            + Run(", which")
            + "<w:r><w:footnoteReference w:id=\"2\" w:customMarkFollows=\"1\"/><w:t>*</w:t></w:r>" + Run(" is deep. It grows.")
            + "<w:r><w:endnoteReference w:id=\"2\"/></w:r>" + Run(" So it is.") + "</w:p>")
            .WithLink("l1", "https://example.org/harbour")
            .WithLink("broken", "http://[see the note")
            .With("comments", """
                <w:comment w:id="0" w:author="Ines Holm" w:date="2026-03-01T10:00:00Z"><w:p w14:paraId="0A"><w:r><w:t>Census of 2024, p. 3,
                </w:t></w:r><w:r><w:t>see https://example.org/census.</w:t></w:r></w:p></w:comment>
                <w:comment w:id="1" w:author="Ben"><w:p w14:paraId="0B"><w:r><w:t>Is that so?</w:t></w:r></w:p></w:comment>
                """)
            .WithReplies("""<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>""")
            .With("footnotes", """
                <w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
                <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r>
                <w:t xml:space="preserve"> The survey.</w:t></w:r></w:p></w:footnote>
                """)
            .WithPart("endnotes", "word/endnotes.xml", """
                <w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:endnote w:id="2"><w:p>
                    <w:hyperlink r:id="e">
                    <w:r><w:t>The budget</w:t></w:r></w:hyperlink></w:p></w:endnote></w:endnotes>
                """)
            .Read();

        Assert.Equal("The town has 94,703 people and a harbour, which is deep. It grows. So it is.", read.Text);
        Assert.Equal(
            [
                (CitationKind.Comment, "94,703 people", "https://example.org/census", "Ines Holm"),
                (CitationKind.Comment, "94,703 people", null, "Ben"),
                (CitationKind.Link, "harbour", "https://example.org/harbour", null),
                (CitationKind.Footnote, "which", null, null),
                (CitationKind.Endnote, "It grows.", null, null),
            ],
            read.Citations.Select(c => (c.Kind, CodePoints.Slice(read.Text, c.Start, c.End), c.Url, c.Author)));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), read.Citations[0].At);
        Assert.Equal(["Is that so?", "harbour", "The survey.", "The budget"], read.Citations.Skip(1).Select(static c => c.Text));
    }

    [Fact]
    public void A_link_within_a_note_is_its_address()
    {
        var bytes = new DocxFile("<w:p>" + Run("It grows.") + "<w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>")
            .WithPart("endnotes", "word/endnotes.xml", """
                <w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:endnote w:id="1"><w:p>
                    <w:hyperlink r:id="e"><w:r><w:t>The budget</w:t></w:r></w:hyperlink></w:p></w:endnote></w:endnotes>
                """)
            .WithPart("unused", "word/_rels/endnotes.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="e" Type="x/hyperlink" Target="https://example.org/budget" TargetMode="External"/></Relationships>
                """)
            .ToBytes();

        var citation = Assert.Single(DocxParser.Read(bytes, "en").Citations);

        Assert.Equal(("The budget", "https://example.org/budget"), (citation.Text, citation.Url));
    }

    [Fact]
    public void Tracked_changes_are_read_as_accepted_and_deletions_are_told()
    {
        const string by = "w:id=\"1\" w:author=\"Ben\" w:date=\"2026-03-02T00:00:00Z\"";
        var read = ReadBody(
            Paragraph("A headline of the town paper")
            + $"<w:p>{Run("It cost ")}<w:del {by}><w:r><w:delText>4</w:delText></w:r></w:del>"
            + $"<w:del {by}><w:r><w:delText>.3</w:delText></w:r>"
            + $"</w:del><w:ins {by}>{Run("5")}</w:ins>{Run(" million. ")}<w:moveFrom {by}>{Run("It moved.")}</w:moveFrom></w:p>"
            + $"<w:p><w:pPr><w:rPr><w:del {by}/></w:rPr></w:pPr>{Run("Two halves ")}</w:p>{Paragraph("are one.")}"
            + $"<w:p><w:del {by}><w:r><w:delText>All of it.</w:delText></w:r></w:del></w:p>"
            + $"<w:p><w:moveTo {by}>{Run("It moved.")}</w:moveTo></w:p>"
            + "<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr></w:pPrChange></w:pPr>" + Run("It stays.") + "</w:p>");

        Assert.Equal(
            "A headline of the town paper\n\nIt cost 5 million.\n\nTwo halves are one.\n\nIt moved.\n\nIt stays.",
            read.Text.Replace(" \n", "\n", StringComparison.Ordinal));
        Assert.Equal([(1, "4.3", "Ben"), (2, "All of it.", "Ben")], read.Report.Deleted.Select(static d => (d.Block, d.Text, d.Author)));
        Assert.Equal(read.Text.IndexOf("5 million", StringComparison.Ordinal), read.Report.Deleted[0].Start);
    }
}
