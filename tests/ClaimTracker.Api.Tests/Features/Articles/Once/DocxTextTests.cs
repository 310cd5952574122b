using System.Text;
using System.Xml;
using ClaimTracker.Api.Features.Articles;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class DocxTextTests
{
    [Theory]
    [InlineData("a b", "a b")]
    [InlineData("a\t\n🦁", "a\t\n🦁")]
    [InlineData("\u0000\u0001\u001f\u007f", "\u2400\u2401\u241f\u2421")]
    [InlineData("\ufffe\uffff", "\ufffd\ufffd")]
    public void Control_characters_are_shown_as_pictures(string text, string shown) => Assert.Equal(shown, DocxText.Shown(text));

    [Fact]
    public void Whatever_the_text_it_can_be_written()
    {
        var all = new string([.. Enumerable.Range(0, 0x10000).Select(static c => (char)c)]);

        using var xml = XmlWriter.Create(new StringBuilder());
        xml.WriteElementString("t", DocxText.Shown(all));
    }
}
