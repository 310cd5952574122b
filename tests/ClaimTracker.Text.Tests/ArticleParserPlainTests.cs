namespace ClaimTracker.Text.Tests;

public sealed class ArticleParserPlainTests
{
    private const string AboutTheAuthor =
        "Mara Ellison taught law in Oslo from 1999 to 2010. Her latest book is \"Salt and Iron. A Canal History.\" "
        + "The opinions expressed in this column are those of its writer alone.";

    /// <summary>Written for this test, with the hazards of a real scrape: menu, wire dateline, captions, credits, bio, footer.</summary>
    private const string Scrape = $"""
        Open in App
          • Local
          • U.S.
          • Weather

            Canal fees 'a burden' for small ports, study finds

            By Mara Ellison,

            2022-03-08

            March 8 (UPI) -- Fees are rising at the so-called "gate of the north" after a dry winter .

            https://img.example.net/image.php?url=4Kd_0
            Dockers wait for a ship at Port St. Anne on Friday. Photo by Lee Roy/UPI

            The U.S. Coast Guard counted 212 ships on Feb. 7. The S.S. Edgar B. Hale was the largest.

            https://img.example.net/image.php?url=9Qx_1
            U.S. Senator Ann Lowe (L) visits the lock on March 1. Pool Photo by Jo Sand/EPA-EFE

            "We paid in full. We will not pay twice," the captain wrote to the canal's office.

            https://img.example.net/image.php?url=1Zz_2
            The lock was rebuilt in 1988. (U.S. Navy photo by Petty Officer 2nd Class Sam Reed)

            {AboutTheAuthor}

            Expand All
            Comments / 0
            Add a Comment
            YOU MAY ALSO LIKE
            Top stories newsTop stories
        """;

    private static string TextOf(ReadArticle article, TextBlock block) =>
        string.Concat(article.Text.EnumerateRunes().Skip(block.Start).Take(block.End - block.Start));

    private static IEnumerable<string> Texts(ReadArticle article, BlockType type) =>
        article.Blocks.Where(b => b.Type == type).Select(b => TextOf(article, b));

    [Fact]
    public void The_text_comes_back_unchanged() => Assert.Same(Scrape, ArticleParser.ReadPlain(Scrape).Text);

    [Fact]
    public void Title_byline_date_and_language_are_read_from_the_text()
    {
        var article = ArticleParser.ReadPlain(Scrape);
        Assert.Equal(
            ("Canal fees 'a burden' for small ports, study finds", "Mara Ellison", new DateOnly(2022, 3, 8), "en"),
            (article.Title, article.Byline, article.PublishedOn, article.Language));
    }

    [Fact]
    public void Every_sentence_is_the_one_that_a_person_would_mark() => Assert.Equal(
        [
            "Canal fees 'a burden' for small ports, study finds",
            "Fees are rising at the so-called \"gate of the north\" after a dry winter .",
            "Dockers wait for a ship at Port St. Anne on Friday.",
            "The U.S. Coast Guard counted 212 ships on Feb. 7.",
            "The S.S. Edgar B. Hale was the largest.",
            "U.S. Senator Ann Lowe (L) visits the lock on March 1.",
            "\"We paid in full.",
            "We will not pay twice,\" the captain wrote to the canal's office.",
            "The lock was rebuilt in 1988.",
            "Mara Ellison taught law in Oslo from 1999 to 2010.",
            "Her latest book is \"Salt and Iron. A Canal History.\"",
            "The opinions expressed in this column are those of its writer alone.",
        ],
        ArticleParser.ReadPlain(Scrape).Sentences.Select(s => s.Text));

    [Fact]
    public void The_menu_is_navigation() =>
        Assert.Equal(["Open in App", "• Local", "• U.S.", "• Weather"], Texts(ArticleParser.ReadPlain(Scrape), BlockType.Navigation));

    [Fact]
    public void Text_below_the_article_is_footer() => Assert.Equal(
        ["Expand All", "Comments / 0", "Add a Comment", "YOU MAY ALSO LIKE", "Top stories newsTop stories"],
        Texts(ArticleParser.ReadPlain(Scrape), BlockType.Footer));

    [Fact]
    public void A_wire_dateline_is_separated_from_its_paragraph() =>
        Assert.Equal(["2022-03-08", "March 8 (UPI) --"], Texts(ArticleParser.ReadPlain(Scrape), BlockType.Dateline));

    [Fact]
    public void Credits_are_separated_from_their_captions() => Assert.Equal(
        ["Photo by Lee Roy/UPI", "Pool Photo by Jo Sand/EPA-EFE", "(U.S. Navy photo by Petty Officer 2nd Class Sam Reed)"],
        Texts(ArticleParser.ReadPlain(Scrape), BlockType.Credit));

    [Fact]
    public void Image_addresses_are_images() => Assert.Equal(3, Texts(ArticleParser.ReadPlain(Scrape), BlockType.Image).Count());

    [Fact]
    public void The_last_paragraph_holds_the_bio_of_the_author_and_the_disclaimer()
    {
        var article = ArticleParser.ReadPlain(Scrape);
        Assert.StartsWith("Mara Ellison taught", Assert.Single(Texts(article, BlockType.Bio)), StringComparison.Ordinal);
        Assert.StartsWith("The opinions", Assert.Single(Texts(article, BlockType.Disclaimer)), StringComparison.Ordinal);
    }

    [Fact]
    public void Prefix_and_suffix_are_the_text_around_a_sentence()
    {
        var sentence = ArticleParser.ReadPlain("One is 😀. Two is here. Three ends it.", "en").Sentences[1];
        Assert.Equal(("One is 😀. ", " Three ends it."), (sentence.Prefix, sentence.Suffix));
    }

    [Fact]
    public void A_draft_without_menus_and_footers_is_title_and_paragraphs()
    {
        var article = ArticleParser.ReadPlain(
            "Council spending rose in every year\n\n"
            + "The council spent 4.2 million euros in 2023, more than ever before. Wages took most of it.\n\nKey numbers\n\nRents rose.");
        Assert.Equal([BlockType.Title, BlockType.Paragraph, BlockType.Paragraph, BlockType.Paragraph], article.Blocks.Select(b => b.Type));
    }

    [Fact]
    public void Hard_wrapped_lines_are_one_paragraph()
    {
        var article = ArticleParser.ReadPlain(
            "The ministry said on Tuesday that unemployment had fallen to its lowest\n"
            + "level since records began in 1991. Critics, among them Prof. J. K. Maier\nof Kiel, doubt it.\n\nThe bill passed.");
        Assert.Equal(2, article.Blocks.Count);
        Assert.Equal(3, article.Sentences.Count);
    }

    [Theory]
    [InlineData("Prices rose by 3 percent in 2023.")]
    [InlineData("Prices rose by 3 percent in 2023")]
    [InlineData("x")]
    public void A_single_line_is_one_paragraph_with_one_sentence(string text)
    {
        var article = ArticleParser.ReadPlain(text);
        Assert.Equal(BlockType.Paragraph, Assert.Single(article.Blocks).Type);
        Assert.Equal(text, Assert.Single(article.Sentences).Text);
        Assert.Null(article.Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u2028 ")]
    public void White_space_alone_has_no_blocks(string text) => Assert.Empty(ArticleParser.ReadPlain(text).Blocks);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    public void Every_kind_of_line_end_separates_lines(string lineEnd) =>
        Assert.Equal(2, ArticleParser.ReadPlain($"Prices rose in May.{lineEnd}{lineEnd}Wages fell\tin June.").Blocks.Count);

    [Fact]
    public void A_scrape_without_blank_lines_keeps_its_types()
    {
        var article = ArticleParser.ReadPlain(
            "Menu\nHome\nRents doubled in a decade, figures show\nBy Ola Nord\n2024-02-01\n"
            + "Rents in the capital have doubled since 2014, the city says.\n"
            + "https://cdn.example.org/a/1.jpg\nA row of flats in the old town. Photo by Kim Roe/Example\n"
            + "Landlords deny it.\nAdd a Comment\nMost Popular");
        Assert.Equal(
            [
                BlockType.Navigation, BlockType.Navigation, BlockType.Title, BlockType.Byline, BlockType.Dateline, BlockType.Paragraph,
                BlockType.Image, BlockType.Caption, BlockType.Credit, BlockType.Paragraph, BlockType.Footer, BlockType.Footer,
            ],
            article.Blocks.Select(b => b.Type));
    }

    private const string LongReport =
        "Rents in the capital have doubled since 2014, the city says, and wages have not kept up with them in any of the ten years.\n\n"
        + "One tenant in ten has moved out of the old town, according to the council, which counted 4,000 empty rooms in May alone.\n\n"
        + "Landlords deny it, and they point to the taxes that the city has raised in each of the last five years for every house.\n\n"
        + "Neither side has shown its books, so the count of rooms is the best number that anybody has for the years before 2020.\n\n"
        + "A second count is due in the spring, with the water bills of every house and the lists that "
        + "the owners keep of their own rooms.\n\n";

    [Theory]
    [InlineData("There are 13 comments")]
    [InlineData("Reply")]
    [InlineData("24 Comments")]
    public void Comments_below_the_article_are_not_part_of_it(string heading)
    {
        const string Comment = "I rent a room there and can tell you that nothing of this is true, believe me.";
        var article = ArticleParser.ReadPlain($"{LongReport}{heading}\n\n{Comment}\n\nMenu\n\nHome");
        Assert.Equal(Comment, Texts(article, BlockType.Footer).ElementAt(1));
    }

    [Fact]
    public void A_long_paragraph_without_a_full_stop_belongs_to_the_body()
    {
        const string Noted = "The water table has fallen by more than a metre since the first of the wells was drilled, "
            + "and it is not known when it will be as high as it was again (note 3)";
        var article = ArticleParser.ReadPlain($"{LongReport}Advertisement\n\n{Noted}\n\nAdvertisement\n\n{Noted}\n\nMenu\n\nHome");
        Assert.Equal([Noted, Noted], Texts(article, BlockType.Paragraph).TakeLast(2));
    }

    [Fact]
    public void A_list_of_Japanese_headlines_is_not_prose()
    {
        var article = ArticleParser.ReadPlain(
            "首都の家賃は二〇一四年から二倍になったと市が月曜日に発表した。賃金はほとんど上がっていない。\n\n市議会によると、旧市街では空き部屋が四千室に上る。\n\n"
            + "関連記事\n\n絶対に買いたい三十二枚のシャツ\n\n株価の意外な関係を読み解く方法\n\n人生で本当に価値があるのは何か");
        Assert.Equal(2, Texts(article, BlockType.Paragraph).Count());
    }
}
