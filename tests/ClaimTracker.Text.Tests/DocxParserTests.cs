using ClaimTracker.Text.Tests.Docx;
using static ClaimTracker.Text.Tests.Docx.DocxFile;

namespace ClaimTracker.Text.Tests;

/// <summary>Documents as writers hand them in.</summary>
public sealed class DocxParserTests
{
    private const string Styles = """
        <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Intense Quote"/></w:style>
        <w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
        <w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="Liste"/>
        <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
        """;

    [Fact]
    public void Styles_give_the_types_whatever_the_language_of_their_ids()
    {
        var read = new DocxFile(
            Paragraph("The harbour grows", "Titel") + Paragraph("The council spends four million on it.", "Untertitel")
            + Paragraph("The council spent 4.3 million dollars on cranes. A second crane follows in May.")
            + Paragraph("Cranes", "Mine") + Paragraph("One crane lifts 40 tons.", "Liste")
            + "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" + Run("The other lifts 60 tons.") + "</w:p>"
            + Paragraph("We need them both, she said.", "Zitat") + Paragraph("The harbour in spring.", "Beschriftung")
            + Paragraph("It opens on time, the mayor says.", "Loop"))
            .With("styles", Styles).Read();

        Assert.Equal(
            [
                BlockType.Title, BlockType.Standfirst, BlockType.Paragraph, BlockType.Heading, BlockType.ListItem, BlockType.ListItem,
                BlockType.Quote, BlockType.Caption, BlockType.Paragraph,
            ],
            read.Blocks.Select(static b => b.Type));
        Assert.Equal(("The harbour grows", "headline", "document"), (read.Title, read.Report.TitleFrom, read.Report.Method));
        Assert.StartsWith(
            "The harbour grows\n\nThe council spends four million on it.\n\nThe council", read.Text, StringComparison.Ordinal);
        Assert.Equal(10, read.Sentences.Count);
    }

    [Fact]
    public void The_first_heading_of_the_first_level_is_the_title_of_a_document_without_one()
    {
        var read = new DocxFile(
            Paragraph("Opinion") + Paragraph("The harbour grows", "berschrift1") + Paragraph("The council spent 4.3 million on cranes.")
            + Paragraph("Who pays", "berschrift1") + Paragraph("The town pays for half of it."))
            .With("styles", Styles).Read();

        Assert.Equal("The harbour grows", read.Title);
        Assert.Equal(1, read.Blocks.Count(static b => b.Type == BlockType.Title));
        Assert.Equal(BlockType.Heading, read.Blocks[3].Type);
    }

    [Fact]
    public void A_row_of_a_table_is_a_block_and_a_table_that_lays_out_a_page_is_not()
    {
        var read = ReadBody(
            "<w:tbl>" + Row("City", "People") + Row("Lund", "", "94,703") + "</w:tbl>"
            + "<w:tbl><w:tr><w:tc>" + Paragraph("The harbour has two cranes.") + Paragraph("A third one follows in May.") + "</w:tc><w:tc>"
            + Paragraph("Aside, it has a lighthouse.") + "</w:tc></w:tr></w:tbl>");

        Assert.Equal(
            "City\tPeople\n\nLund\t\t94,703\n\nThe harbour has two cranes.\n\nA third one follows in May.\n\nAside, it has a lighthouse.",
            read.Text);
        Assert.Equal(
            [BlockType.TableRow, BlockType.TableRow, BlockType.Paragraph, BlockType.Paragraph, BlockType.Paragraph],
            read.Blocks.Select(static b => b.Type));
    }

    [Fact]
    public void No_visible_character_is_lost()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>";
        var read = ReadBody(
            "<w:p>" + Run("a") + "<w:r><w:tab/>"
            + "<w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>"
            + """<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>"""
            + """<w:r><w:sym w:font="Other" w:char="F0FC"/><w:sym w:font="Other" w:char="D800"/></w:r>"""
            + "<w:sdt><w:sdtPr><w:alias w:val=\"no\"/></w:sdtPr><w:sdtContent>" + Run(" control") + "</w:sdtContent></w:sdt>"
            + "<w:smartTag>" + Run(" tag") + "</w:smartTag><m:oMath><m:r><m:t> x=1</m:t></m:r></m:oMath>"
            + "<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t> 漢</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> shown</w:t></w:r>"
            + "<w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback><w:pict>" + box
            + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + Run(" end") + "</w:p>"
            + "<w:p><w:r><w:pict><v:textpath string=\"Art\"/></w:pict></w:r></w:p>");

        Assert.Equal("a\tb\u2011c\nde\u03B1\u2713\uF0FC\uFFFD control tag x=1 漢(kan) shown end\n\nIn a box.\n\nArt", read.Text);
    }

    [Fact]
    public void Of_a_field_only_the_result_is_text()
    {
        const string field =
            """
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/a" \o "t" </w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4.3 million</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            """;
        var read = ReadBody(
            "<w:p>" + Run("It cost ") + field + Run(" dollars, on page ") + "<w:fldSimple w:instr=\"PAGE\">" + Run("7") + "</w:fldSimple>"
            + Run(".") + "</w:p><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" + Paragraph("The rest stays."));

        Assert.Equal("It cost 4.3 million dollars, on page 7.\n\nThe rest stays.", read.Text);
        Assert.Equal(
            (CitationKind.Link, "4.3 million", "https://example.org/a"),
            Assert.Single(read.Citations.Select(c => (c.Kind, c.Text, c.Url))));
    }

    [Fact]
    public void Headers_and_footers_are_read_only_if_there_is_nothing_else()
    {
        static DocxFile Framed(string body) => new DocxFile(body)
            .WithPart("header", "word/header1.xml", $"<w:hdr {Space}>{Paragraph("The town paper.")}</w:hdr>");

        Assert.Equal("It grows.", Framed(Paragraph("It grows.")).Read().Text);
        Assert.Equal("The town paper.", Framed("<w:p/>").Read().Text);
    }

    [Theory]
    [InlineData("Ines Holm", "Ines Holm", "meta")]
    [InlineData("Microsoft Office User", null, null)]
    public void Properties_name_the_author_and_the_day_if_the_text_does_not(string creator, string? byline, string? from)
    {
        var read = new DocxFile(Paragraph("The harbour grows by a third in this year."))
            .WithProperties(creator, "2026-03-01T10:00:00Z").Read();

        Assert.Equal((byline, from), (read.Byline, read.Report.BylineFrom));
        Assert.Equal((new DateOnly(2026, 3, 1), "meta"), (read.PublishedOn, read.Report.DateFrom));
    }

    [Fact]
    public void A_visible_byline_and_date_come_first()
    {
        var read = new DocxFile(
            Paragraph("The harbour grows by a third") + Paragraph("By Ada Berg") + Paragraph("4 March 2026")
            + Paragraph("It cost 4.3 million."))
            .WithProperties("Ines Holm", "2026-03-01T10:00:00Z").Read();

        Assert.Equal(("Ada Berg", "byline"), (read.Byline, read.Report.BylineFrom));
        Assert.Equal((new DateOnly(2026, 3, 4), "shown"), (read.PublishedOn, read.Report.DateFrom));
    }

    [Fact]
    public void The_strict_form_of_the_standard_is_read_too()
    {
        var file = DocxFile.Zip(
        [
            new("word/document.xml", """
                <w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>It grows.</w:t></w:r></w:p>
                </w:body></w:document>
                """),
        ]);

        Assert.Equal("It grows.", DocxParser.Read(file, "en").Text);
    }

    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(static cell => $"<w:tc>{Paragraph(cell)}</w:tc>"))}</w:tr>";
}
