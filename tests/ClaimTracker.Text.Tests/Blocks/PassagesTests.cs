namespace ClaimTracker.Text.Tests.Blocks;

/// <summary>Plain text whose line ends and pages mean nothing: speech written down by a machine, printed documents.</summary>
public sealed class PassagesTests
{
    private const string First =
        "and then the mayor told us that\nthe new bridge had cost them 40\nmillion and that nobody had been\nasked about "
        + "the price of\nsteel which had doubled for you";

    private const string Second = "um in the next year they built a\nsecond one at the mill";

    [Fact]
    public void Speech_without_marks_runs_on_over_line_ends()
    {
        var article = ArticleParser.ReadPlain(
            $"{First}\n{Second}\n[Applause]\nwe called the office and\nthey did not answer us");

        Assert.Equal(
            [First, Second, "[Applause]", "we called the office and\nthey did not answer us"],
            article.Sentences.Select(s => s.Text));
    }

    [Theory]
    [InlineData("\n\n                    23\nLund Harbour | Yearly Statement\n\n")]
    [InlineData("\n\n23\n\fLund Harbour | Yearly Statement\n\n")]
    [InlineData("\nYearly Statement 2019            23\n\n")]
    [InlineData("\n\n- 23 -\n")]
    [InlineData("\n\nPage 23 of 80\n\n")]
    [InlineData("\n____________________\n")]
    public void Page_numbers_and_running_heads_are_set_apart_from_the_prose_that_they_split(string furniture)
    {
        var text = "In 2019 the harbour moved 90,000 con-\ntainers, which is more than the neigh-\nbouring towns did. "
            + "The board chose pro-" + furniture
            + "posal two and paid for it. It ex-\npects that the costs will rise (see\nTable 3). Nobody asked why on 4\nMay.";
        var article = ArticleParser.ReadPlain(text, "en");

        Assert.Equal(
            [
                "In 2019 the harbour moved 90,000 con-\ntainers, which is more than the neigh-\nbouring towns did.", "The board chose pro-",
                "posal two and paid for it.", "It ex-\npects that the costs will rise (see\nTable 3).", "Nobody asked why on 4\nMay.",
            ],
            article.Sentences.Select(s => s.Text));
        Assert.All(article.Blocks.Skip(1).SkipLast(1), b => Assert.Equal(BlockType.Navigation, b.Type));
    }

    [Fact]
    public void Numbers_in_a_list_or_a_table_are_no_page_numbers() =>
        Assert.DoesNotContain(
            ArticleParser.ReadPlain("Votes by town, as they were counted:\nLund 12 400\nMoss 9 300\n17\n18\nAll towns 21 700", "en").Blocks,
            b => b.Type == BlockType.Navigation);
}
