namespace ClaimTracker.Text.Tests.Html;

/// <summary>Finds the article on pages whose markup does not mark it.</summary>
public sealed class MainNodeTests
{
    private const string Story =
        """
        <p>Rents in the capital have doubled since 2014, the city said on Monday, and wages have not kept up with them.</p>
        <p>One tenant in ten has moved out, according to the council, which counted 4,000 empty rooms in the old town alone.</p>
        <p>Landlords deny it, and they point to the taxes that the city has raised in each of the last five years, and to the price
        of steel.</p>
        <p>Neither side, the council wrote, has shown its books, so the count of rooms is the best number that anybody has for the
        years before 2020.</p>
        <p>A second count is due in the spring, with the water bills of every house, the owners' own lists, and the post office's
        register of names.</p>
        """;

    private const string Menu =
        """<div class="menu"><a href="/a">Politics and the people who make it, every day.</a> <a href="/b">Sports.</a></div>""";

    private static ReadArticle Read(string body) =>
        ArticleParser.ReadHtml($"<html lang=en><head><title>Rents doubled</title></head><body>{body}</body></html>");

    private static BlockType TypeOf(ReadArticle article, string words)
    {
        var at = article.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the text holds: {words}");
        return article.Blocks.Single(b => b.Start <= at && at < b.End).Type;
    }

    [Fact]
    public void Text_around_the_article_is_kept_as_navigation_and_footer()
    {
        var article = Read(
            $"""
            {Menu}<div class="content">{Story}</div>
            <div class="related"><p>Ten flats that you can rent today, and what they cost you in a year.</p></div>
            """);
        Assert.Equal(
            (BlockType.Navigation, BlockType.Paragraph, BlockType.Footer),
            (TypeOf(article, "Politics and"), TypeOf(article, "Landlords deny"), TypeOf(article, "Ten flats")));
        Assert.Equal(5, article.Blocks.Count(b => b.Type == BlockType.Paragraph));
    }

    [Fact]
    public void Text_of_the_article_outside_a_paragraph_is_part_of_it() => Assert.Equal(
        BlockType.Paragraph,
        TypeOf(
            Read($"""{Menu}<div class="content">{Story}<div>The mayor, who was asked about it twice, did not answer.</div></div>"""),
            "The mayor"));

    [Fact]
    public void Inside_the_article_a_header_is_not_a_menu() => Assert.Equal(
        BlockType.Paragraph,
        TypeOf(
            Read(
                $"""
                {Menu}<div class="content"><header><p>What ten years of numbers say, and what they leave out, in one table.</p></header>
                {Story}</div>
                """),
            "What ten years"));

    [Fact]
    public void An_attribute_of_the_page_that_looks_like_ours_marks_nothing() => Assert.Equal(
        BlockType.Navigation,
        TypeOf(
            Read($"""{Menu.Replace("<div", "<div data-text-mark=\"1\"", StringComparison.Ordinal)}<div class="content">{Story}</div>"""),
            "Politics and"));

    [Fact]
    public void A_page_with_too_many_elements_to_weigh_is_read_by_its_words()
    {
        var links = string.Concat(Enumerable.Repeat("<div><a href=x>Home</a></div>", 3_000));
        var article = Read($"""{links}<div class="content">{Story}</div>""");
        Assert.Equal((BlockType.Navigation, BlockType.Paragraph), (article.Blocks[0].Type, TypeOf(article, "Landlords deny")));
    }
}
