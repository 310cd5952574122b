using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Blocks;

namespace ClaimTracker.Text.Tests.Blocks;

public sealed class CreditsTests
{
    [Theory]
    [InlineData("Boats wait in Port Alden on Oct. 7, 2024.", "Photo by Jonah Reyes/Halyard")]
    [InlineData("A crane stands at St. Anne Harbour.", "Photo by Lee Roy/UPI")]
    [InlineData("The lock was rebuilt.", "(U.S. Navy photo by Staff Sgt. Sam Reed)")]
    [InlineData("Photo: The lock was rebuilt last year.", "(Foto: Kim Roe)")]
    [InlineData("No picture has a credit here.", "")]
    [InlineData("The lock was rebuilt.", "[Foto: Kim Roe)")]
    [InlineData("Der Kran kostet 5 Mio. € [Quelle: Stadtarchiv].", "")]
    [InlineData("Der Kran kostet 5 Mio. € [Quelle: https://kran.example/5]. Er fiel um [siehe Protokoll].", "")]
    public void A_credit_starts_after_the_caption(string caption, string credit)
    {
        var text = $"{caption} {credit}".Trim();
        Assert.Equal(credit, text[Credits.StartIn(text, new CharSpan(0, text.Length))..]);
    }

    [Theory]
    [InlineData("Photo by Lee Roy/UPI", true)]
    [InlineData("Foto: Kim Roe/dpa", true)]
    [InlineData("Photo: The lock was rebuilt. (Foto: Kim Roe)", false)]
    [InlineData("The photo shows a lock.", false)]
    public void A_line_is_a_credit_or_not(string line, bool expected) =>
        Assert.Equal(expected, Credits.Is(line, new CharSpan(0, line.Length)));
}
