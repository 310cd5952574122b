using System.Net;
using ClaimTracker.Api.Tests.Faults;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>An article goes back to its author with the comments of its checkers.</summary>
public sealed class ClearanceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task The_document_has_the_text_with_comments_at_the_same_words()
    {
        var article = await GivenAsync("lions");

        var read = DocxParser.Read(await BytesAsync(article), "en");

        Assert.Equal((await _api.GetAsync($"/articles/{article}/text")).Text, read.Text);
        Assert.Equal(
            ["It was a sunny day for lions.", "The zoo has 90 lions.", "The park has 3 gates.", "see https://example.org/gates"],
            read.Citations.Where(static c => c.Kind == CitationKind.Comment)
                .Select(c => CodePoints.Slice(read.Text, c.Start, c.End).Trim('[', ']')),
            StringComparer.Ordinal);
        var comments = read.Citations.Where(static c => c.Kind == CitationKind.Comment).ToList();
        Assert.Equal(("Open: not checked yet", "ClaimTracker", null), (comments[0].Text, comments[0].Author, comments[0].At));
        Assert.Equal(
            """
            False
            Claim: The zoo has 90 big lions.
            As the evidence says.
            • supports: “As the register says.” (https://example.org/register)
            To do: change the sentence, or say why it stands.
            """,
            comments[1].Text);
        Assert.Equal("Colleague", comments[1].Author);
        Assert.NotNull(comments[1].At);
        Assert.StartsWith("No verdict yet", comments[2].Text, StringComparison.Ordinal);
        Assert.StartsWith("Open bracket\n", comments[3].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_validator_finds_no_error_in_it()
    {
        var article = await GivenAsync("tigers <& \"' 🦁 ]]>");
        var sentence = (await _api.GetAsync($"/articles/{article}/sentences")).Ids()[0];
        foreach (var naughty in NaughtyStrings.Pieces)
        {
            await _api.PostAsync($"/sentences/{sentence}/claims", new { text = naughty });
        }


        using var document = WordprocessingDocument.Open(new MemoryStream(await BytesAsync(article)), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document)
            .Select(static error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");

        Assert.Empty(errors);
        Assert.NotEmpty(document.MainDocumentPart!.WordprocessingCommentsPart!.Comments!);
    }

    [Fact]
    public async Task The_page_has_its_notes_below_their_words_and_nothing_of_them_is_markup()
    {
        var article = await GivenAsync("<b>bears</b>");

        var page = await _api.GetAsync($"/articles/{article}/clearance.html");

        Assert.Equal("text/html", page.ContentHeaders.ContentType!.MediaType);
        Assert.Contains(
            "<mark>The zoo has 90 &lt;b&gt;bears&lt;/b&gt;.</mark><sup><a id=\"r2\" href=\"#n2\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("<strong>False</strong> Colleague <time datetime=\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("<div id=\"n2\">", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Files_are_named_after_the_article_and_the_day_and_have_an_ETag()
    {
        var article = await GivenAsync("apes");

        foreach (var (ending, disposition) in new[] { ("docx", "attachment"), ("html", "inline") })
        {
            var answer = await _api.GetAsync($"/articles/{article}/clearance.{ending}");
            Assert.Equal(
                $"{disposition}; filename=\"clearance-{article}-{host.Time.GetUtcNow():yyyy-MM-dd}.{ending}\"",
                $"{answer.ContentHeaders.ContentDisposition}");
            var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/articles/{article}/clearance.{ending}");
            again.Headers.TryAddWithoutValidation("If-None-Match", answer.ETag);
            Assert.Equal(HttpStatusCode.NotModified, (await _api.SendAsync(again)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/articles/999999/clearance.{ending}")).Status);
        }
    }

    [Fact]
    public async Task What_was_settled_is_said_and_a_sentence_that_was_edited_is_to_be_checked_again()
    {
        var article = await GivenAsync("owls");
        var line = (await _api.GetAsync($"/articles/{article}/factsheet")).Json["lines"]![1]!;
        await _api.PutAsync(
            $"/sentences/{line["sentenceId"]}/claims/{line["claims"]![0]!["id"]}",
            new { outcome = "stands", outcomeNote = "It is a joke." });

        Assert.Contains(
            "Stands as it is (admin (configured)): It is a joke.",
            (await _api.GetAsync($"/articles/{article}/clearance.docx")).Text,
            StringComparison.Ordinal);

        await _api.PutAsync(
            $"/articles/{article}/text", new { text = "It was a sunny day for owls. The zoo has 9 owls. The park has 3 gates." });
        var page = (await _api.GetAsync($"/articles/{article}/clearance.html")).Text;

        Assert.Contains("To do: check again, the sentence was edited.", page, StringComparison.Ordinal);
        Assert.Contains("Checked in these words: The zoo has 90 owls.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_thousand_sentences_are_written()
    {
        var (article, sentences) = await _api.GivenArticleAsync(
            string.Join(' ', Enumerable.Range(0, 50_000).Select(static i => $"It has {i} doors.")));

        var bytes = await BytesAsync(article);

        Assert.Equal(50_000, sentences.Count);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Equal(50_000, document.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Count());
    }

    private Task<byte[]> BytesAsync(long article) => _api.Http.GetByteArrayAsync($"/api/v1/articles/{article}/clearance.docx");

    /// <summary>A sentence that is open, one with a published verdict, one with a claim, and a citation.</summary>
    private async Task<long> GivenAsync(string animals)
    {
        var (article, sentences) = await _api.GivenArticleAsync(
            $"It was a sunny day for {animals}. The zoo has 90 {animals}. The park has 3 gates. "
            + "It closes late [see https://example.org/gates].");
        var claim = await _api.GivenAsync($"/sentences/{sentences[1]}/claims", new { text = $"The zoo has 90 big {animals}." });
        await _api.GivenPublishedAsync(claim, "False");
        await _api.GivenAsync($"/sentences/{sentences[2]}/claims", new { text = "The park has 3 gates." });
        await _api.PatchAsync($"/sentences/{sentences[3]}", new { state = "skipped", reason = "Of no weight." });
        return article;
    }
}
