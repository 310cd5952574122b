namespace ClaimTracker.Text.Tests;

public sealed class RepeatFinderTests
{
    private const string Text = "The council of Alden bought 12 cranes from a shipyard in Gdansk for the northern harbour.";

    [Theory]
    [InlineData(Text)]
    [InlineData("The council of Alden bought 14 cranes from a shipyard in Gdansk for the northern harbour.")]
    [InlineData("“The council of Alden bought 12 cranes, from a shipyard in Gdańsk, for the northern harbour,” said Ann Kahn on Friday.")]
    [InlineData("Last year the Council of Alden bought a dozen cranes from a shipyard in Gdansk for the northern harbour.")]
    public void A_sentence_with_nearly_all_words_repeats_a_text(string sentence)
    {
        var repeat = Assert.Single(Asked(Text).Compare(sentence));

        Assert.Equal(0, repeat.Text);
        Assert.InRange(repeat.Score, RepeatFinder.Least, 1);
    }

    [Theory]
    [InlineData("The council of Alden bought 12 ferries from Oslo.")]
    [InlineData("A shipyard in Gdansk closed.")]
    [InlineData("Harbour northern the for Gdansk in shipyard a from cranes 12 bought Alden of council the.")]
    [InlineData("")]
    public void Others_do_not(string sentence) => Assert.Empty(Asked(Text).Compare(sentence));

    [Theory]
    [InlineData("He said no.")]
    [InlineData("It was what it was and that is what it is.")]
    [InlineData("")]
    public void What_everybody_says_is_looked_up_by_nothing(string text) => Assert.Empty(Asked(text).Phrases);

    [Fact]
    public void The_phrases_of_a_text_do_not_overlap_and_tell_most_of_it() =>
        Assert.Equal("alden bought 12 / shipyard in gdansk / the northern harbour", string.Join(" / ", Asked(Text).Phrases));

    [Theory]
    [InlineData("Her sensibility for ponies of Jutland is well known.", "Her sensibilities for pony of Jutland are well known.")]
    [InlineData("The 434,335 people of 12 villages voted in May 2024.", "the 434335 People of 12 Villages vote in May 2024!")]
    [InlineData("A relational database happily answers all queries of Anna.", "A relational database happy answering all query of Anna")]
    public void Other_endings_and_spellings_are_the_same_words(string text, string sentence) =>
        Assert.Single(Asked(text).Compare(sentence));

    [Fact]
    public void Each_text_is_told_by_its_place()
    {
        var asked = Asked("A tapir escaped from the zoo of Plzen.", Text, Text);

        Assert.Equal([1, 2], asked.Compare(Text).Select(static repeat => repeat.Text));
    }

    [Fact]
    public void Scripts_without_spaces_are_compared_too() =>
        Assert.Single(Asked("市議会は北港のために新しいクレーンを十二台購入した。").Compare("市議会は昨年、北港のために新しいクレーンを十二台購入した。"));

    private static RepeatFinder Asked(params string[] texts) => new(texts, phrases: 4);
}
