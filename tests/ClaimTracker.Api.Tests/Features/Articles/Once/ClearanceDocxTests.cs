using ClaimTracker.Api.Features.Articles;
using ClaimTracker.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class ClearanceDocxTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("und")]
    public void Blocks_of_every_type_are_valid_and_come_back(string language)
    {
        var lines = Enum.GetValues<BlockType>().Select(static type => $"A {type}\tof it.").ToList();
        var clearance = Given(string.Join("\n\n", lines), language);

        var bytes = Written(clearance);

        Assert.Equal(clearance.Text, DocxParser.Read(bytes, "en").Text);
        Assert.Equal(bytes, Written(clearance));
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(static error => error.Description));
    }

    [Fact]
    public void An_article_without_words_is_a_document_too()
    {
        using var document = WordprocessingDocument.Open(
            new MemoryStream(Written(Given("", "en") with { Blocks = [], Notes = [] })), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(static error => error.Description));
    }

    private static byte[] Written(Clearance clearance)
    {
        var stream = new MemoryStream();
        ClearanceDocx.Write(stream, clearance);
        return stream.ToArray();
    }

    /// <summary>A block of each type; an open line on each, and one on a part of it.</summary>
    private static Clearance Given(string text, string language)
    {
        var line = new FactLine
        {
            Line = 1,
            SentenceId = 1,
            Sentence = "It is.",
            State = SentenceState.Open,
            Reason = null,
            Claims = [],
        };
        var sheet = new FactSheetResponse
        {
            ArticleId = 1,
            Version = 1,
            Title = "\u0001",
            Byline = null,
            Publisher = null,
            PublishedOn = null,
            Url = null,
            Lines = [line],
        };
        var (blocks, notes, start) = (new List<BlockResponse>(), new List<ClearanceNote>(), 0);
        foreach (var (words, type) in text.Split("\n\n").Zip(Enum.GetValues<BlockType>()))
        {
            blocks.Add(new BlockResponse { Ordinal = blocks.Count, Type = type, Start = start, End = start + words.Length });
            notes.Add(new ClearanceNote(start, start + words.Length) { Line = line });
            notes.Add(new ClearanceNote(start + 2, start + 5) { Line = line, Author = new string('x', 300) });
            start += words.Length + 2;
        }

        return new Clearance { Sheet = sheet, Language = language, Text = text, Blocks = blocks, Notes = notes };
    }
}
