using ClaimTracker.Text.Blocks;

namespace ClaimTracker.Text.Tests.Blocks;

public sealed class BylinesTests
{
    [Theory]
    [InlineData("By Mara Ellison,", "Mara Ellison")]
    [InlineData("BY MARA ELLISON", "MARA ELLISON")]
    [InlineData("By Mara Ellison and Jo van der Berg", "Mara Ellison and Jo van der Berg")]
    [InlineData("By Mara Ellison | Nov 3, 2023, 10:15 AM", "Mara Ellison")]
    [InlineData("By J. R. Ellison Nov 3, 2023", "J. R. Ellison")]
    [InlineData("Von Jana Weiß", "Jana Weiß")]
    [InlineData("Автор: Иван Петров", "Иван Петров")]
    public void A_byline_gives_the_name(string line, string name) => Assert.Equal(name, Bylines.NameIn(line));

    [Theory]
    [InlineData("By 2030 the town will have no beach.")]
    [InlineData("By the end of the year prices had doubled")]
    [InlineData("By Monday, nobody was left in the town.")]
    [InlineData("Bypass opened")]
    [InlineData("By ")]
    public void A_sentence_that_starts_like_a_byline_is_not_one(string line) => Assert.Null(Bylines.NameIn(line));
}
