using ClaimTracker.Api.Tests.Faults;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Text;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>LibreOffice opens the documents that we write, and we read those that it writes.</summary>
public sealed class OfficeTests(ApiHost host) : IClassFixture<ApiHost>, IDisposable
{
    private const string Office = "soffice";

    /// <summary>A draft as a writer saves it, with notes of each kind, a link, a list, a table and a tracked change.</summary>
    private const string Draft = """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
            office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
        <office:styles><style:style style:name="Title" style:family="paragraph" style:class="chapter"/>
        <style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"/>
        </office:styles>
        <office:body><office:text>
        <text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Ben</dc:creator>
        <dc:date>2026-03-02T09:00:00</dc:date></office:change-info><text:p>very </text:p></text:deletion></text:changed-region>
        </text:tracked-changes>
        <text:p text:style-name="Title">The harbour grows</text:p>
        <text:p>The town has <office:annotation office:name="a1"><dc:creator>Ines Holm</dc:creator><dc:date>2026-03-01T10:00:00</dc:date>
        <text:p>Census of 2024, see https://example.org/census</text:p></office:annotation>94,703 people<office:annotation-end
        office:name="a1"/>. It has a <text:a xlink:type="simple" xlink:href="https://example.org/harbour">harbour</text:a> that is
        <text:change text:change-id="c1"/>deep.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
        <text:note-body><text:p>The survey.</text:p></text:note-body></text:note> It cost 4.3 million.<text:note
        text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>The budget.</text:p></text:note-body>
        </text:note></text:p>
        <text:h text:style-name="Heading_20_2" text:outline-level="2">Cranes</text:h>
        <text:list><text:list-item><text:p>One crane lifts 40 tons.</text:p></text:list-item></text:list>
        <table:table table:name="t"><table:table-column table:number-columns-repeated="2"/><table:table-row>
        <table:table-cell><text:p>Lund</text:p></table:table-cell><table:table-cell><text:p>94,703</text:p></table:table-cell>
        </table:table-row></table:table>
        <text:p>The end of it all.</text:p>
        </office:text></office:body></office:document>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ct-office");

    public void Dispose() => _folder.Delete(recursive: true);

    [Needs(Office)]
    public async Task A_draft_that_it_wrote_is_read_with_its_notes()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "draft.fodt"), Draft);

        var read = DocxParser.Read(await File.ReadAllBytesAsync(await ConvertAsync("draft.fodt", "docx")), "en");

        Assert.Equal("The harbour grows", read.Title);
        Assert.Equal(
            [BlockType.Title, BlockType.Paragraph, BlockType.Heading, BlockType.ListItem, BlockType.TableRow, BlockType.Paragraph],
            read.Blocks.Select(static b => b.Type));
        Assert.Equal(
            [
                (CitationKind.Comment, "94,703 people", "https://example.org/census", "Ines Holm"),
                (CitationKind.Footnote, "It has a harbour that is deep.", null, null),
                (CitationKind.Link, "harbour", "https://example.org/harbour", null),
                (CitationKind.Endnote, "It cost 4.3 million.", null, null),
            ],
            read.Citations.Select(c => (c.Kind, CodePoints.Slice(read.Text, c.Start, c.End), c.Url, c.Author)));
        Assert.Equal(["The survey.", "harbour", "The budget."], read.Citations.Skip(1).Select(static c => c.Text), StringComparer.Ordinal);
        var deleted = Assert.Single(read.Report.Deleted);
        Assert.Equal((1, "very", "Ben"), (deleted.Block, deleted.Text.Trim(), deleted.Author));
    }

    [Needs(Office)]
    public async Task It_opens_a_clearance_with_its_comments_and_keeps_them()
    {
        var (article, sentences) = await host.Api.GivenArticleAsync("It was a sunny day. The zoo has 90 lions & 3 🐅.");
        var claim = await host.Api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = "The zoo has 90 lions." });
        await host.Api.GivenPublishedAsync(claim, "False");
        var bytes = await host.Api.Http.GetByteArrayAsync($"/api/v1/articles/{article}/clearance.docx");
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "clearance.docx"), bytes);

        var odt = await ConvertAsync("clearance.docx", "odt");
        var again = DocxParser.Read(await File.ReadAllBytesAsync(await ConvertAsync("clearance.odt", "docx")), "en");

        var xml = DocxParts.Shown(await File.ReadAllBytesAsync(odt), "content.xml");
        Assert.Equal(2, xml.Split("<office:annotation ").Length - 1);
        Assert.Contains("As the evidence says.", xml, StringComparison.Ordinal);
        Assert.Equal("It was a sunny day. The zoo has 90 lions & 3 🐅.", again.Text);
        Assert.Equal(
            [("It was a sunny day.", "ClaimTracker"), ("The zoo has 90 lions & 3 🐅.", "Colleague")],
            again.Citations.Select(c => (CodePoints.Slice(again.Text, c.Start, c.End), c.Author)));
        Assert.StartsWith("False\n", again.Citations[1].Text, StringComparison.Ordinal);
    }

    private async Task<string> ConvertAsync(string file, string to)
    {
        var folder = _folder.FullName;
        await Shell.RunAsync(
            Office,
            $"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            folder,
            Path.Combine(folder, file));
        return Path.Combine(folder, Path.ChangeExtension(file, to));
    }
}
