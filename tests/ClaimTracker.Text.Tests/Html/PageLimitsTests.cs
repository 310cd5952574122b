using System.Diagnostics;

namespace ClaimTracker.Text.Tests.Html;

/// <summary>Pages that cost more than any article are refused before a tree is built of them.</summary>
public sealed class PageLimitsTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    [Fact]
    public void A_tag_with_very_many_attributes_is_refused_in_no_time()
    {
        var page = "<p " + string.Concat(Enumerable.Range(0, 500_000).Select(static i => $"a{i}=1 ")) + ">It rained.</p>";
        var begun = Stopwatch.GetTimestamp();

        var refused = Assert.Throws<ArticleReadException>(() => ArticleParser.ReadHtml(page));

        Assert.Contains("attributes", refused.Message, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, Bound);
    }

    [Theory]
    [InlineData("<p a b c d e f g h i>", "attributes")]
    [InlineData("&amp;", "characters of text")]
    [InlineData("&", "characters of text")]
    [InlineData("<p>It rained.", "characters of text")]
    [InlineData("<b><i>", "levels deep")]
    public void A_page_of_the_same_over_and_over_is_refused(string unit, string limit)
    {
        var page = string.Concat(Enumerable.Repeat(unit, 15_000_000 / unit.Length));

        Assert.Contains(limit, Assert.Throws<ArticleReadException>(() => ArticleParser.ReadHtml(page)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>if (a <b c d e) { x = '<p ' }</script>")]
    [InlineData("<style>a <b c d {}</style>")]
    [InlineData("<!-- <p a b c d -->")]
    [InlineData("<textarea><p a b c d</textarea>")]
    [InlineData("<p title=\"a b c > d\" lang='x > y' hidden data-a = b>")]
    [InlineData("5 < 6 and 7 > 3 ")]
    public void What_only_looks_like_a_tag_counts_as_none(string unit)
    {
        var page = string.Concat(Enumerable.Repeat(unit, 2_000)) + "<p>The bridge was closed on Monday.</p>";

        var read = ArticleParser.ReadHtml(page);

        Assert.Contains("The bridge was closed on Monday.", read.Text, StringComparison.Ordinal);
    }
}
