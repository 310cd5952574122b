namespace ClaimTracker.Text.Tests;

public sealed class CodePointsTests
{
    [Fact]
    public void A_surrogate_pair_counts_once()
    {
        var points = new CodePoints("a😀b😀");
        Assert.Equal([0, 1, 2, 3, 4], new[] { 0, 1, 3, 4, 6 }.Select(points.At));
    }

    [Fact]
    public void A_lone_surrogate_counts_as_one()
    {
        var points = new CodePoints("\uD83Da\uDE00b");
        Assert.Equal(4, points.At(4));
    }

    [Fact]
    public void Going_back_is_refused()
    {
        var points = new CodePoints("abc");
        points.At(2);
        Assert.Throws<ArgumentOutOfRangeException>(() => points.At(1));
    }

    [Fact]
    public void Context_never_cuts_a_pair()
    {
        Assert.Equal("😀b", CodePoints.Before("a😀bc", 4, 2));
        Assert.Equal("😀b", CodePoints.After("a😀bc", 1, 2));
    }
}
