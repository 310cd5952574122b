namespace ClaimTracker.Text.Tests.Basics;

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

    // No theory: attributes cannot carry a lone surrogate.
    [Fact]
    public void A_text_has_as_many_code_points_as_runes() => Assert.All(
        ["", "abc", "a😀b😀", "\uD83D", "\uDE00\uD83D", "\uD83D\uD83D\uDE00\uDE00"],
        static text => Assert.Equal(text.EnumerateRunes().Count(), CodePoints.Count(text)));

    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(1, 3, "😀b")]
    [InlineData(0, 4, "a😀b😀")]
    [InlineData(4, 4, "")]
    public void A_slice_is_cut_by_code_points(int start, int end, string expected) =>
        Assert.Equal(expected, CodePoints.Slice("a😀b😀", start, end));

    [Fact]
    public void Several_slices_equal_single_slices()
    {
        const string Text = "😀 One. 👩‍👩‍👧 Two. 𝔘 three.";
        (int Start, int End)[] spans = [(0, 1), (1, 6), (8, 8), (9, 15), (15, 18)];

        Assert.Equal(spans.Select(s => CodePoints.Slice(Text, s.Start, s.End)), CodePoints.Slices(Text, spans));
    }
}
