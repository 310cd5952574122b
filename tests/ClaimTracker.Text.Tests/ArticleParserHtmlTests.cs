namespace ClaimTracker.Text.Tests;

public sealed class ArticleParserHtmlTests
{
    private const string Page = """
        <!doctype html><html lang="en-GB"><head><title>Rents doubled - Example</title>
        <meta name="author" content="Ola Nord"><meta property="article:published_time" content="2024-02-01T08:00:00Z">
        <style>p { color: red }</style><script>var secret = "not text";</script></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Rents <em>doubled</em></h1><p>By <a rel="author" href="x">Ola Nord</a></p>
        <time datetime="2024-02-01">1 Feb 2024</time>
        <p>Rents in the   capital have doubled.
          Wages &amp; prices rose.<br>Nobody knows why.</p>
        <figure><img src="a.jpg"><figcaption>A row of flats. Photo: Kim Roe</figcaption></figure>
        <blockquote><p>We did nothing.</p></blockquote><ul><li>One in ten moved.</ul></article>
        <template>hidden</template><!-- comment --><footer>About us</footer></body></html>
        """;

    [Fact]
    public void Elements_give_blocks_their_types() => Assert.Equal(
        [
            BlockType.Navigation, BlockType.Title, BlockType.Byline, BlockType.Dateline, BlockType.Paragraph,
            BlockType.Caption, BlockType.Credit, BlockType.Quote, BlockType.ListItem, BlockType.Footer,
        ],
        ArticleParser.ReadHtml(Page).Blocks.Select(b => b.Type));

    [Fact]
    public void The_text_is_the_visible_text_with_one_block_for_each_paragraph() => Assert.Equal(
        "Home\n\nRents doubled\n\nBy Ola Nord\n\n1 Feb 2024\n\n"
        + "Rents in the capital have doubled. Wages & prices rose. Nobody knows why.\n\n"
        + "A row of flats. Photo: Kim Roe\n\nWe did nothing.\n\nOne in ten moved.\n\nAbout us",
        ArticleParser.ReadHtml(Page).Text);

    [Fact]
    public void The_head_gives_author_date_and_language()
    {
        var article = ArticleParser.ReadHtml(Page);
        Assert.Equal(
            ("Rents doubled", "Ola Nord", new DateOnly(2024, 2, 1), "en"),
            (article.Title, article.Byline, article.PublishedOn, article.Language));
    }

    [Fact]
    public void Entities_are_decoded_once() =>
        Assert.Equal("&lt;b&gt; is a tag.", ArticleParser.ReadHtml("<p>&amp;lt;b&amp;gt; is a tag.</p>").Text);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<div></span>")]
    [InlineData("<b>")]
    [InlineData("<div/>")]
    [InlineData("<svg><desc><x/>")]
    [InlineData("<ul><li>")]
    public void Nesting_deeper_than_any_article_is_refused(string tag)
    {
        var html = string.Concat(Enumerable.Repeat(tag, 100_000));
        var refused = Assert.Throws<ArticleReadException>(() => ArticleParser.ReadHtml(html));
        Assert.Contains("512", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_elements_than_any_article_has_are_refused()
    {
        var html = string.Concat(Enumerable.Repeat("<br>", 150_001));
        var refused = Assert.Throws<ArticleReadException>(() => ArticleParser.ReadHtml(html));
        Assert.Contains("150000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_line_breaks_separate_paragraphs_and_one_does_not() =>
        Assert.Equal(
            "Rents rose. Wages fell.\n\nNobody knows why.",
            ArticleParser.ReadHtml("Rents rose.<br>Wages fell.<br> <br>Nobody knows why.").Text);

    [Fact]
    public void Handlers_styles_and_scripts_leave_nothing_in_the_text() => Assert.Equal(
        "Rents rose.",
        ArticleParser.ReadHtml(
            """<p onclick="steal()" style="color:red">Rents <script>steal()</script>"""
            + "<style>p{}</style>rose.</p><noscript>off</noscript>").Text);

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<p")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("<frameset><frame>")]
    public void Broken_markup_has_no_text_and_does_no_harm(string html) =>
        Assert.DoesNotContain("script", ArticleParser.ReadHtml(html).Text, StringComparison.Ordinal);
}
