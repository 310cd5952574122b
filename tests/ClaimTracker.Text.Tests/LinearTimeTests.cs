using System.Diagnostics;

namespace ClaimTracker.Text.Tests;

/// <summary>
/// Texts that tempt a splitter to look far back or ahead. The bound is far above linear time and far below quadratic time.
/// </summary>
public sealed class LinearTimeTests
{
    private const int Length = 2_000_000;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData(". ")]
    [InlineData(".\"")]
    [InlineData(".[1]")]
    [InlineData("Mr. U.S. etc. ")]
    [InlineData("\"A. B ")]
    [InlineData("Photo ")]
    [InlineData("(")]
    [InlineData("By A\n")]
    [InlineData("😀")]
    [InlineData("\n")]
    [InlineData("。")]
    [InlineData("1. ")]
    [InlineData("1) a ")]
    [InlineData("• ")]
    [InlineData("《！")]
    [InlineData(". [1] ")]
    [InlineData("d. h. ")]
    [InlineData("go. \" ")]
    [InlineData("am 3. A")]
    [InlineData("😡 ")]
    [InlineData("a 😡 b ")]
    [InlineData("= ")]
    [InlineData("-")]
    [InlineData("a@b> ")]
    [InlineData("http://a ")]
    [InlineData("Dear Ann ")]
    [InlineData("A 01/02/2003 04:05 b ")]
    [InlineData("a 1) b ")]
    [InlineData("ab.1 ")]
    [InlineData("go?go")]
    [InlineData(":) ")]
    [InlineData("། ")]
    public void A_text_of_two_million_characters_takes_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Length / unit.Length));
        var start = Stopwatch.GetTimestamp();
        ArticleParser.ReadPlain(text);
        SentenceSplitter.Split(text);
        Assert.True(Stopwatch.GetElapsedTime(start) < Bound, $"took {Stopwatch.GetElapsedTime(start)}");
    }
}
