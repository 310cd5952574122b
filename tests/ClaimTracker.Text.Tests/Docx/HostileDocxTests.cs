using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;

namespace ClaimTracker.Text.Tests.Docx;

/// <summary>Documents that were made to harm, or that broke on their way: a clear refusal, in bounded time and memory.</summary>
public sealed class HostileDocxTests
{
    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string> NoDocuments => new()
    {
        { "", "not a document" },
        { "plain text", "not a document" },
        { "<html>", "not a document" },
        { "%PDF-1.7", "not a document" },
        { "PK", "damaged" },
        { "PK\u0003\u0004 and no more", "damaged" },
    };

    [Theory]
    [MemberData(nameof(NoDocuments))]
    public void What_is_no_document_is_refused(string content, string reason) => Refused(Encoding.Latin1.GetBytes(content), reason);

    [Fact]
    public void A_document_of_the_old_format_or_with_a_password_is_refused() =>
        Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "password");

    [Fact]
    public void An_archive_of_something_else_is_refused() =>
        Refused(DocxFile.Zip([new("mimetype", "application/vnd.oasis"), new("content.xml", "<x/>")]), "without a document");

    [Theory]
    [InlineData("")]
    [InlineData("<w:p/>")]
    [InlineData("<w:p><w:r><w:t>   </w:t></w:r></w:p>")]
    public void A_document_without_text_is_refused(string body) => Refused(new DocxFile(body).ToBytes(), "no text");

    [Theory]
    [InlineData("<w:p>")]
    [InlineData("<w:p>&#1;</w:p>")]
    [InlineData("<w:p>&unknown;</w:p>")]
    public void XML_that_is_not_well_formed_is_refused(string body) => Refused(new DocxFile(body).ToBytes(), "damaged");

    [Fact]
    public void Entities_are_refused_whatever_they_name()
    {
        const string internalEntity = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        const string externalEntity = "<!DOCTYPE d [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        foreach (var declaration in (string[])[internalEntity, externalEntity])
        {
            var document = $"{declaration}<w:document {Names}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
            Refused(DocxFile.Zip([new("word/document.xml", document)]), "damaged");
        }
    }

    [Fact]
    public void Relations_that_lead_outside_are_never_followed()
    {
        var bytes = DocxFile.Zip(
        [
            new("word/document.xml", $"<w:document {Names}><w:body>{DocxFile.Paragraph("It grows.")}</w:body></w:document>"),
            new("word/_rels/document.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="c" Type="x/comments" Target="http://127.0.0.1:1/comments.xml" TargetMode="External"/>
                <Relationship Id="s" Type="x/styles" Target="../../../../etc/passwd"/>
                <Relationship Id="f" Type="x/footnotes" Target="file:///etc/passwd"/></Relationships>
                """),
        ]);

        Assert.Equal("It grows.", DocxParser.Read(bytes, "en").Text);
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>The town grows.</w:t></w:r></w:p>", 5_000_000, "paragraphs")]
    [InlineData("<w:p/>", 2_000_000, "paragraphs")]
    [InlineData("<w:bookmarkEnd/>", 10_000_000, "unpacks to more")]
    [InlineData("<w:p><w:r><w:t>The town grows by a third.</w:t></w:r></w:p>", 180_000, "characters of text")]
    [InlineData("<w:commentRangeStart w:id=\"1\"/>", 100_000, "notes")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 1_000, "fields")]
    [InlineData("<w:sdt>", 600, "levels deep")]
    public void More_of_something_than_in_any_article_is_refused(string unit, int times, string reason) =>
        Refused(Bomb("<w:body><w:p>", unit, times), reason);

    [Fact]
    public void An_attribute_or_a_text_without_end_is_refused()
    {
        Refused(Bomb("<w:body><w:p w:x=\"", "aaaaaaaaaa", 3_000_000), "without a tag");
        Refused(Bomb("<w:body><w:p><w:r><w:t>", "aaaaaaaaaa", 3_000_000), "characters of text");
    }

    [Fact]
    public void An_archive_of_too_many_files_is_refused() => Refused(
        DocxFile.Zip(Enumerable.Range(0, 21_000).Select(static i => KeyValuePair.Create($"word/media/{i}", ""))), "files");

    [Theory]
    [InlineData("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 190_000)]
    [InlineData("<w:r><w:t xml:space=\"preserve\">Grow. </w:t></w:r>", 300_000)]
    [InlineData("<w:r><w:br/></w:r>", 1_000_000)]
    [InlineData("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", 190_000)]
    [InlineData("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", 190_000)]
    [InlineData("<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>", 49_000)]
    [InlineData("<w:r><w:t>It. </w:t><w:footnoteReference w:id=\"1\"/></w:r>", 49_000)]
    [InlineData("<w:r><w:t>a</w:t><w:footnoteReference w:id=\"1\"/></w:r>", 49_000)]
    [InlineData("<w:r><w:t xml:space=\"preserve\">                    </w:t><w:footnoteReference w:id=\"1\"/></w:r>", 49_000)]
    [InlineData("<w:r><w:t xml:space=\"preserve\">)</w:t><w:footnoteReference w:id=\"1\"/></w:r>", 49_000)]
    [InlineData("<mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Fallback/></mc:AlternateContent>", 300_000)]
    public void The_largest_documents_are_read_in_linear_time(string unit, int times)
    {
        const string footnote = "<w:footnote w:id=\"1\"><w:p><w:r><w:t>The survey.</w:t></w:r></w:p></w:footnote>";
        var bytes = new DocxFile(DocxFile.Paragraph("The town grows.") + "<w:p>" + Repeated(unit, times) + "</w:p>")
            .With("footnotes", footnote)
            .ToBytes();
        var start = Stopwatch.GetTimestamp();

        Assert.StartsWith("The town grows.", DocxParser.Read(bytes, "en").Text, StringComparison.Ordinal);

        Assert.True(Stopwatch.GetElapsedTime(start) < Bound, $"took {Stopwatch.GetElapsedTime(start)}");
    }

    [Fact]
    public void Many_comments_in_any_order_take_linear_time()
    {
        const int count = 24_000;
        var body = new StringBuilder();
        var comments = new StringBuilder();
        foreach (var side in (int[])[0, 1])
        {
            body.Append("<w:p>");
            for (var i = side; i < count * 2; i += 2)
            {
                body.Append(DocxFile.Run("It grows. ")).Append($"<w:r><w:commentReference w:id=\"{i}\"/></w:r>");
            }

            body.Append("</w:p>");
        }

        for (var i = 0; i < count * 2; i++)
        {
            comments.Append($"<w:comment w:id=\"{i}\"><w:p><w:r><w:t>So?</w:t></w:r></w:p></w:comment>");
        }

        var start = Stopwatch.GetTimestamp();
        var read = new DocxFile(body.ToString()).With("comments", comments.ToString()).Read();

        Assert.Equal(count * 2, read.Citations.Count);
        Assert.True(Stopwatch.GetElapsedTime(start) < Bound, $"took {Stopwatch.GetElapsedTime(start)}");
    }

    /// <summary>Bytes changed at random places, from a fixed seed: a document or a refusal, and nothing else.</summary>
    [Fact]
    [SuppressMessage("Security", "CA5394", Justification = "Nothing is secret here, and every run must be the same.")]
    public void A_damaged_document_is_read_or_refused()
    {
        var good = new DocxFile(DocxFile.Paragraph("The town has 94,703 people.")).With("comments", "").With("styles", "").ToBytes();
        var random = new Random(15);
        var refused = 0;
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = (byte[])good.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                DocxParser.Read(i % 10 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            }
            catch (ArticleReadException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 100, 2_999);
    }

    private static void Refused(byte[] bytes, string reason)
    {
        var start = Stopwatch.GetTimestamp();
        var refusal = Assert.Throws<ArticleReadException>(() => DocxParser.Read(bytes));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(start) < Bound, $"took {Stopwatch.GetElapsedTime(start)}");
    }

    private static string Repeated(string unit, int times) => new StringBuilder(unit.Length * times).Insert(0, unit, times).ToString();

    /// <summary>A document that repeats something and never ends. Its archive is small.</summary>
    private static byte[] Bomb(string head, string unit, int times)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open());
            writer.Write($"<w:document {Names}>{head}");
            var block = Repeated(unit, 1_000);
            for (var i = 0; i < times; i += 1_000)
            {
                writer.Write(i + 1_000 <= times ? block : Repeated(unit, times - i));
            }
        }

        return bytes.ToArray();
    }
}
