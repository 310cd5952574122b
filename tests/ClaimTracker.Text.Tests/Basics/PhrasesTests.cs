using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Tests.Basics;

public sealed class PhrasesTests
{
    private static readonly Phrases Some = new("photo by", "photo", "Ω mark");

    [Theory]
    [InlineData("Photo by Kim", true)]
    [InlineData("PHOTO", true)]
    [InlineData("ω Mark here", true)]
    [InlineData("a photo", false)]
    [InlineData("phot", false)]
    [InlineData("", false)]
    public void A_text_opens_with_a_phrase_or_not(string text, bool expected) => Assert.Equal(expected, Some.Open(text));

    [Fact]
    public void All_phrases_that_open_a_text_come_in_the_order_of_the_list()
    {
        var found = new List<string>();
        foreach (var phrase in Some.At("photo by Kim"))
        {
            found.Add(phrase);
        }

        Assert.Equal(["photo by", "photo"], found);
    }
}
