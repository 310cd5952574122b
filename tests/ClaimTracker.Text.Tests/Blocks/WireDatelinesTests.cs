using ClaimTracker.Text.Blocks;

namespace ClaimTracker.Text.Tests.Blocks;

public sealed class WireDatelinesTests
{
    [Theory]
    [InlineData("Nov. 20 (UPI) -- ")]
    [InlineData("KYIV, Ukraine (AP) — ")]
    [InlineData("LONDON, Nov 20 (Reuters) - ")]
    [InlineData("Berlin (dpa) - ")]
    [InlineData("PARIS, 20 nov. (AFP) – ")]
    [InlineData("NEW YORK — ")]
    [InlineData("Mar. 3 (Halyard) -- ")]
    [InlineData("PORT ALDEN (Halyard News) -- ")]
    public void The_opening_of_a_wire_report_is_cut_with_its_dash(string dateline) =>
        Assert.Equal(dateline.TrimEnd().Length, WireDatelines.Length(dateline + "Ships waited all day."));

    [Theory]
    [InlineData("The bridge - a landmark - fell.")]
    [InlineData("Two men (one of them armed) — both masked — fled.")]
    [InlineData("Prices rose -- again.")]
    [InlineData("No dash at all.")]
    [InlineData("London (City Hall) - the seat of the mayor - was closed.")]
    [InlineData("UPI --")]
    public void A_sentence_with_a_dash_does_not_open_a_wire_report(string paragraph) => Assert.Equal(0, WireDatelines.Length(paragraph));
}
