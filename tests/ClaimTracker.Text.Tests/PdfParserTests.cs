using System.IO.Compression;
using System.Text;

namespace ClaimTracker.Text.Tests;

public sealed class PdfParserTests
{
    private static string[] Blocks(ReadArticle read) =>
        [.. read.Blocks.Select(b => $"{b.Page} {b.Type}: {CodePoints.Slice(read.Text, b.Start, b.End)}")];

    [Fact]
    public void A_paragraph_across_pages_is_whole_and_running_heads_are_apart()
    {
        var first = PdfFile.Lines(
            760, ("F 9", "Port Alden Authority | Annual Report 2025"), ("F 20", "Cranes in numbers"),
            ("F 10", "In 2025 the port handled 310,000 contain-"), ("F 10", "ers, a rise of 12 per cent on the self-"),
            ("F 10", "service year before, and the Board considered op-")) + PdfFile.Lines(40, ("F 9", "17"));
        var second = PdfFile.Lines(
            760, ("F 9", "Port Alden Authority | Annual Report 2025"), ("F 10", "tions of many kinds that nobody had seen."),
            ("F 10", "It chose the second.")) + PdfFile.Lines(40, ("F 9", "18"));

        var read = PdfParser.Read(PdfFile.Of(first, second), "en");

        Assert.Equal(
            [
                "1 Navigation: Port Alden Authority | Annual Report 2025",
                "1 Title: Cranes in numbers",
                "1 Paragraph: In 2025 the port handled 310,000 containers, a rise of 12 per cent on the self-service year before, and the "
                    + "Board considered options of many kinds that nobody had seen. It chose the second.",
                "1 Navigation: 17",
                "2 Navigation: Port Alden Authority | Annual Report 2025",
                "2 Navigation: 18",
            ],
            Blocks(read));
        Assert.Equal("Cranes in numbers", read.Title);
    }

    [Fact]
    public void Columns_are_read_one_after_the_other_and_rows_of_a_table_across()
    {
        string[] left = ["The port grew by twelve", "per cent in that year and", "nobody knew why it did so", "until the audit was made."];
        string[] right = ["The union says that jobs", "fell from 1,200 to 950 in", "the same years and asks", "for an inquiry at once."];
        var page = PdfFile.Column(60, 700, left) + PdfFile.Column(320, 700, right)
            + PdfFile.Column(60, 500, "Year", "2024", "2025") + PdfFile.Column(200, 500, "Cranes", "1", "3");

        var read = PdfParser.Read(PdfFile.Of(page), "en");

        Assert.Equal(
            [
                "1 Paragraph: " + string.Join(' ', left), "1 Paragraph: " + string.Join(' ', right),
                "1 TableRow: Year\tCranes", "1 TableRow: 2024\t1", "1 TableRow: 2025\t3",
            ],
            Blocks(read));
    }

    [Fact]
    public void The_title_of_the_file_counts_only_where_the_text_has_none()
    {
        var words = PdfFile.Lines(700, ("F 10", "The port grew by 12 per cent in 2025, and nobody paid."));

        Assert.Equal(("About cranes", "Jo Reyes"), Facts(PdfFile.Of("/Title(About cranes)/Author(Jo Reyes)", [words])));
        Assert.Equal((null, "Jo Reyes"), Facts(PdfFile.Of("/Title(Microsoft Word - a.docx)/Author(Jo Reyes)", [words])));

        static (string?, string?) Facts(byte[] file) => PdfParser.Read(file, "en") is var read ? (read.Title, read.Byline) : default;
    }

    [Fact]
    public void A_file_of_pictures_is_refused_with_that_reason()
    {
        var refused = Assert.Throws<ArticleReadException>(() => PdfParser.Read(PdfFile.Of("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")));

        Assert.Contains("pictures", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_file_cannot_unpack_to_any_size()
    {
        var bomb = Packed(new string(' ', 100_000_000));
        var refused = Assert.Throws<ArticleReadException>(() => PdfParser.Read(PdfFile.OfPacked(bomb)));
        Assert.Contains("unpacks", refused.Message, StringComparison.Ordinal);

        var words = Packed($"BT /F 10 Tf ({new string('a', 3_000_000)}) Tj ET");
        refused = Assert.Throws<ArticleReadException>(() => PdfParser.Read(PdfFile.OfPacked(words)));
        Assert.Contains("characters", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_pages_are_refused()
    {
        var page = PdfFile.Lines(700, ("F 10", "Hello there."));
        var refused = Assert.Throws<ArticleReadException>(() => PdfParser.Read(PdfFile.Of([.. Enumerable.Repeat(page, 10_000)])));

        Assert.Contains("10,000 pages", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7\nnothing")]
    [InlineData("no PDF at all")]
    public void What_is_no_PDF_is_refused(string file) =>
        Assert.Throws<ArticleReadException>(() => PdfParser.Read(Encoding.Latin1.GetBytes(file)));

    [Fact]
    public void Broken_bytes_are_read_as_far_as_they_go_or_refused()
    {
        var whole = PdfFile.Of(PdfFile.Lines(700, ("F 10", "The port grew by 12 per cent.")));
        for (var at = 0; at < whole.Length; at += 7)
        {
            var broken = (byte[])whole.Clone();
            broken[at] ^= 0x55;
            RequireReadOrRefused(broken);
            RequireReadOrRefused(whole[..at]);
        }

        RequireReadOrRefused(PdfFile.Of(new string('[', 1_000_000)));

        static void RequireReadOrRefused(byte[] file)
        {
            try
            {
                _ = PdfParser.Read(file, "en");
            }
            catch (ArticleReadException)
            {
                // Refused in words.
            }
        }
    }

    private static byte[] Packed(string content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(Encoding.Latin1.GetBytes(content));
        }

        return packed.ToArray();
    }
}
