namespace ClaimTracker.Text.Tests;

public sealed class ArticleParserMetadataTests
{
    private static ReadArticle Read(string head, string body) => ArticleParser.ReadHtml(
        $"<html lang=en><head>{head}</head><body><article>{body}"
        + "<p>Rents in the capital have doubled since 2014, the city said on Monday.</p></article></body></html>");

    private static ReadArticle ReadData(string json) => Read($"<script type=\"application/ld+json\">{json}</script>", "");

    [Theory]
    [InlineData(
        """
        {"@type":"NewsArticle","headline":"Rents doubled","author":{"@type":"Person","name":"Ola Nord"},
         "datePublished":"2024-02-01T08:00:00Z"}
        """)]
    [InlineData(
        """
        [{"@type":"WebSite","name":"x"},{"@type":["Article"],"headline":"Rents doubled","author":["Ola Nord"],"datePublished":"2024-02-01"}]
        """)]
    [InlineData(
        """
        {"@graph":[{"@type":"BlogPosting","headline":"Rents doubled","author":[{"name":"Ola Nord"}],"datePublished":"2024-02-01"}],}
        """)]
    public void Json_ld_gives_headline_author_and_date(string json)
    {
        var article = ReadData(json);
        Assert.Equal(("Rents doubled", "Ola Nord", new DateOnly(2024, 2, 1)), (article.Title, article.Byline, article.PublishedOn));
    }

    [Fact]
    public void Several_authors_make_one_byline() =>
        Assert.Equal("Ola Nord, Kim Roe", ReadData("""{"@type":"Article","author":[{"name":"Ola Nord"},{"name":"Kim Roe"}]}""").Byline);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("""{"@type":[],"author":{"name":7}}""")]
    [InlineData("""{"@type":"Article","author":{"name":"https://example.org/ola"},"headline":null}""")]
    [InlineData("""{"@type":"Recipe","author":"Ola Nord"}""")]
    public void Unreadable_data_is_ignored(string json) => Assert.Null(ReadData(json).Byline);

    [Fact]
    public void Data_nested_deeper_than_any_article_is_ignored() => Assert.Null(ReadData(new string('[', 5000)).Byline);

    [Theory]
    [InlineData("""<p class="post byline">Ola Nord</p>""")]
    [InlineData("""<p itemprop="author">Ola Nord - Feb 1, 2024 8:02 pm</p>""")]
    [InlineData("""<div class="author-name">By Ola Nord</div>""")]
    [InlineData("""<p>By <a rel="author" href="x">Ola Nord</a></p>""")]
    public void Markup_that_names_the_author_makes_a_byline(string byline)
    {
        var article = Read("", byline);
        Assert.Equal("Ola Nord", article.Byline);
        Assert.Contains(article.Blocks, b => b.Type == BlockType.Byline);
    }

    [Theory]
    [InlineData("Rents doubled in a decade - Example News", "Rents doubled in a decade")]
    [InlineData("Inside the rent market", "Inside the rent market")]
    public void The_visible_headline_is_the_title_unless_the_head_is_about_something_else(string head, string title)
    {
        var shown = title.StartsWith("Rents", StringComparison.Ordinal) ? title : "Subscribe today";
        Assert.Equal(title, Read($"<title>{head}</title>", $"<h1>{shown}</h1>").Title);
    }
}
