using System.Net;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

/// <summary>Articles in other forms than text and pages.</summary>
public sealed class ArticleFilesTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Pdf =
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
        + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n"
        + "4 0 obj\n<</Length 71>>\nstream\nBT /F 10 Tf 60 700 Td (The port grew by 12 per cent in one year.) Tj ET\nendstream\nendobj\n"
        + "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\ntrailer\n<</Size 6/Root 1 0 R>>\n%%EOF";

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Subtitles_give_sentences_with_their_time_and_claims_with_that_part_of_the_recording()
    {
        var article = await SendAsync(
            "/articles?url=https://video.example/talk", "text/vtt",
            "WEBVTT\n\n00:01.250 --> 00:04.000\nWe paid 4.2 million\n\n00:04.100 --> 00:06.5\nfor cranes. It is done.");
        Assert.Equal(HttpStatusCode.Created, article.Status);
        var sentence = article.Json["sentences"]![0]!;

        Assert.Equal("We paid 4.2 million for cranes.", (string)sentence["text"]!);
        Assert.Equal("""{"start":1.25,"end":6.5}""", sentence["media"]!.ToJsonString());
        var claim = await _api.PostAsync($"/sentences/{sentence["id"]}/claims", new { text = "They paid 4.2 million for cranes." });
        Assert.Equal("https://video.example/talk#t=1.25,6.5", (string)claim.Json["appearances"]![0]!["url"]!);

        var split = await _api.PostAsync($"/sentences/{sentence["id"]}/split", new { at = 8 });
        var parts = (await _api.GetAsync($"/articles/{article.Id}")).Json["sentences"]!.AsArray();
        Assert.Equal((HttpStatusCode.OK, 1.25), (split.Status, (double)parts[1]!["media"]!["start"]!));
    }

    [Fact]
    public async Task A_sentence_of_a_text_has_no_time()
    {
        var article = await _api.PostAsync("/articles", new { text = "The lighthouse has 199 steps.", url = "https://a.example/steps" });
        var claim = await _api.PostAsync($"/sentences/{article.Json["sentences"]![0]!["id"]}/claims", new { text = "It has 199 steps." });

        Assert.True(article.Json["sentences"]![0]!.AsObject().TryGetPropertyValue("media", out var media) && media is null);
        Assert.Empty(claim.Json["appearances"]!.AsArray());
    }

    [Theory]
    [InlineData("text/markdown", "# Title\n\nThe **port** grew in [2025](https://a.example/).", "Title\n\nThe port grew in 2025.")]
    [InlineData("application/pdf", Pdf, "The port grew by 12 per cent in one year.")]
    [InlineData("message/rfc822", "Subject: Jobs\nFrom: a@b.example\n\nThe port has 951 jobs.", "The port has 951 jobs.")]
    [InlineData("application/x-subrip", "1\n00:00:01,0 --> 00:00:02,0\nNobody was asked.", "Nobody was asked.")]
    public async Task Each_form_gives_the_words_that_a_reader_sees_by_its_type_and_by_its_bytes(string type, string body, string text)
    {
        var typed = await SendAsync("/articles", type, body);
        Assert.Equal(text, (await _api.GetAsync($"/articles/{typed.Id}/text")).Text.TrimEnd());
        if (type != "text/markdown")
        {
            var untyped = await SendAsync("/articles", "application/octet-stream", body);
            Assert.Equal((HttpStatusCode.OK, typed.Id), (untyped.Status, untyped.Id));
        }

        var revised = await host.Api.SendAsync(Edit(typed.Id, type, body));
        Assert.Equal((HttpStatusCode.OK, 1), (revised.Status, (int)revised.Json["version"]!));
    }

    [Fact]
    public async Task Blocks_of_a_PDF_have_a_page()
    {
        var article = await SendAsync("/articles", "application/pdf", Pdf);

        Assert.Equal(1, (int)article.Json["blocks"]![0]!["page"]!);
    }

    [Theory]
    [InlineData("application/pdf", "%PDF-1.7")]
    [InlineData("message/rfc822", "No head at all.")]
    [InlineData("text/vtt", "WEBVTT\n\nNo cue.")]
    [InlineData("application/octet-stream", "\u0001\u0002\uFFFF\0")]
    [InlineData("application/octet-stream", "")]
    [InlineData("text/markdown", "")]
    public async Task What_cannot_be_read_is_refused_with_the_reason(string type, string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("/articles", type, body)).Status);

    [Fact]
    public async Task Nothing_of_a_draft_is_furniture()
    {
        const string Text = "Harbour grows\n\nThe harbour grew by 12 per cent in 2025, and so it went on.\n\nShare this\n\nRead more";
        var draft = await SendAsync("/articles?kind=draft", "text/plain", Text);

        Assert.DoesNotContain(draft.Json["blocks"]!.AsArray(), static b => (string)b!["type"]! == "navigation");
    }

    [Fact]
    public async Task Markup_of_a_page_is_stored_with_the_types_of_its_blocks()
    {
        var page = await SendAsync(
            "/articles",
            "text/markdown",
            "# A\n\nThe port grew in 2025.\n\n## B\n\n- One crane\n\n| a | b |\n|-|-|\n| 1 | 2 |\n\n```\nx\n```");

        Assert.Equal(
            ["title", "paragraph", "heading", "list_item", "table_row", "table_row", "code"],
            page.Json["blocks"]!.AsArray().Texts("type"));
    }

    [Theory]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("application/octet-stream")]
    public async Task A_document_brings_its_comments_along_as_citations(string type)
    {
        var (article, _) = await _api.GivenArticleAsync($"The lock was dug by hand in {type.Length} weeks.");
        var document = await _api.Http.GetByteArrayAsync($"/api/v1/articles/{article}/clearance.docx");

        var revised = await _api.SendBytesAsync(HttpMethod.Put, $"/articles/{article}/text", document, type);

        Assert.Equal(HttpStatusCode.OK, revised.Status);
        var citation = Assert.Single((await _api.GetAsync($"/articles/{article}/citations")).Items)!;
        Assert.Equal(("comment", "ClaimTracker"), ((string)citation["kind"]!, (string)citation["author"]!));
    }

    [Fact]
    public async Task What_was_not_read_of_a_mail_is_told()
    {
        var mail = await SendAsync("/articles", "message/rfc822", """
            Subject: Jobs
            From: a@b.example
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/plain

            The port has 952 jobs.
            --x
            Content-Type: text/csv; name=jobs.csv
            Content-Disposition: attachment; filename=jobs.csv

            952
            --x--
            """);

        Assert.Contains("jobs.csv", (string)Assert.Single(mail.Json["reading"]!["leftOut"]!.AsArray())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_control_character_in_the_markup_of_a_page_does_not_refuse_it()
    {
        const string Page = "<p title=\"a\u0001b\">The toll is 4 dollars in all.</p><!-- \u0002 --><script>var a = '\u0003';</script>";

        Assert.Equal(HttpStatusCode.Created, (await SendAsync("/articles", "text/html", Page)).Status);
        Assert.Equal(HttpStatusCode.Created, (await _api.PostAsync("/articles", new { html = Page.Replace('4', '5') })).Status);
    }

    [Fact]
    public async Task A_form_feed_is_white_space_between_pages()
    {
        var article = await SendAsync("/articles", "text/plain", "The first page ends here.\fThe second page begins here.");

        Assert.Equal(2, article.Json["sentences"]!.AsArray().Count);
        Assert.Equal("The first page ends here.\nThe second page begins here.", (await _api.GetAsync($"/articles/{article.Id}/text")).Text);
        Assert.Equal(HttpStatusCode.Created, (await _api.PostAsync("/articles", new { text = "A page.\fAnother page." })).Status);
    }

    [Theory]
    [InlineData("One line.\r\nAnother line.", "line ends")]
    [InlineData("\uFEFFOne line.\nAnother line.", "byte order mark")]
    [InlineData("One line.\nAnother line.\n", "end of text")]
    [InlineData("\uFEFFOne line.\r\nAnother line.\r\n", "byte order mark, line ends, end of text")]
    public async Task The_same_text_with_other_line_ends_is_the_same_article(string text, string differs)
    {
        var first = await SendAsync("/articles", "text/plain", "One line.\nAnother line.");
        var again = await SendAsync("/articles", "text/plain", text);

        Assert.Equal((HttpStatusCode.OK, first.Id), (again.Status, again.Id));
        Assert.Equal(differs, Assert.Single(again.Headers.GetValues("Text-Differs")));
    }

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("application/jsonl")]
    public async Task A_blank_line_of_claims_is_passed_over(string type)
    {
        var answer = await _api.SendTextAsync(
            HttpMethod.Post, "/claims/bulk", "{\"text\":\"One more.\"}\n\n \r\n{\"text\":\"Two more.\"}\n\n", type);

        Assert.Equal(2, answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"line\":4", answer.Text, StringComparison.Ordinal);
    }

    private Task<Answer> SendAsync(string path, string type, string body) =>
        _api.SendBytesAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body), type);

    private static HttpRequestMessage Edit(long article, string type, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/articles/{article}/text")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = new(type);
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return request;
    }
}
