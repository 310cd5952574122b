namespace ClaimTracker.Text.Tests;

/// <summary>Texts that no editor writes but that arrive all the same.</summary>
public sealed class HostileTextTests
{
    private const int Longest = 2_000_000;

    private static IEnumerable<string> Sentences(string text, string? language = "en") =>
        SentenceSplitter.Split(text, language).Select(s => s.Text);

    [Theory]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("\"")]
    [InlineData("。")]
    [InlineData("😀")]
    [InlineData("—")]
    [InlineData("1")]
    [InlineData("•")]
    [InlineData("\uFEFF")]
    public void A_text_of_one_character_is_one_sentence(string text) => Assert.Equal([text], Sentences(text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n\r\n\t \u00A0\u2028\u3000")]
    public void White_space_has_no_sentences(string text) => Assert.Empty(Sentences(text));

    [Theory]
    [InlineData("x")]
    [InlineData("😀")]
    [InlineData("word ")]
    [InlineData("字")]
    public void A_sentence_may_be_as_long_as_an_article(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Longest / unit.Length)).TrimEnd();

        var only = Assert.Single(SentenceSplitter.Split(text));

        Assert.Equal((0, text.EnumerateRunes().Count(), text.Length), (only.Start, only.End, only.Text.Length));
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\r\n\r\n")]
    [InlineData("\r\r")]
    [InlineData("\u2029")]
    [InlineData("\n \t\n")]
    public void Every_kind_of_blank_line_ends_a_paragraph(string blank) =>
        Assert.Equal(["Prices rose", "wages fell"], Sentences($"Prices rose{blank}wages fell"));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    [InlineData("\u0085")]
    public void Every_kind_of_line_break_separates_list_items_but_does_not_split_a_sentence(string line)
    {
        Assert.Equal(["Bread", "Milk", "Salt"], Sentences($"Bread{line}Milk{line}Salt"));
        var sentence = $"The ministry said on Monday that{line}prices had risen.";
        Assert.Equal([sentence], Sentences(sentence));
    }

    [Theory]
    [InlineData("He came to the cafe\u0301. | She left.")]
    [InlineData("It works 👍. | Great 👩‍👩‍👧! | 🏴󠁧󠁢󠁳󠁣󠁴󠁿 won.")]
    [InlineData("A\tB ran. | C fell.")]
    [InlineData("He \uFEFFran. | She\u200B\u200D left.")]
    public void Combining_marks_emoji_tabs_and_invisible_characters_are_part_of_their_words(string expected) =>
        Expect.Sentences("en", expected);

    [Fact]
    public void Direction_marks_stay_with_their_words() =>
        Assert.Equal(["\u202Eقال ذلك.\u202C", "\u2067ثم غادر.\u2069"], Sentences("\u202Eقال ذلك.\u202C \u2067ثم غادر.\u2069", "ar"));

    [Fact]
    public void Offsets_count_code_points()
    {
        var text = "👩‍👩‍👧 e\u0301. Next 𝔘.S. one. 字。";
        var points = text.EnumerateRunes().ToArray();

        Assert.All(
            SentenceSplitter.Split(text),
            s => Assert.Equal(s.Text, string.Concat(points[s.Start..s.End].Select(r => r.ToString()))));
    }
}
