namespace ClaimTracker.Data.Tests;

public sealed class CursorTests
{
    [Theory]
    [InlineData(null, 1L)]
    [InlineData("", 0L)]
    [InlineData("2026-03-03T12:00:00.0000000Z", long.MaxValue)]
    [InlineData("ä \"quoted\" \ud83d\ude00", -1L)]
    public void It_is_read_for_the_list_that_it_was_made_for(string? key, long id)
    {
        var cursor = new Cursor(key, id);

        Assert.Equal(cursor, Cursor.Decode(cursor.Encode("/claims?"), "/claims?"));
    }

    [Fact]
    public void It_is_refused_for_any_other_list() => Assert.Null(Cursor.Decode(new Cursor("a", 1).Encode("/claims?"), "/claims?sort=id"));

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("\ud83d\ude00")]
    public void A_text_that_was_made_up_is_refused(string text) => Assert.Null(Cursor.Decode(text, "/claims?"));

    [Fact]
    public void A_change_in_any_place_is_noticed()
    {
        var text = new Cursor("2026-03-03", 12).Encode("/claims?");
        for (var i = 0; i < text.Length; i++)
        {
            Assert.Null(Cursor.Decode(text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..], "/claims?"));
            Assert.Null(Cursor.Decode(text[..i], "/claims?"));
        }
    }

    [Fact]
    public void It_needs_no_escaping_in_an_address() => Assert.Matches("^[A-Za-z0-9_-]+$", new Cursor("??>>~~", 62).Encode("/claims?"));
}
