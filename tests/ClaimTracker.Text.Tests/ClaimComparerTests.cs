namespace ClaimTracker.Text.Tests;

public sealed class ClaimComparerTests
{
    [Theory]
    [InlineData("Iran did not fire missiles at Israel.", "Iran fired missiles at Israel.", DifferenceKind.Negation, "not", null)]
    [InlineData("Crime rose in Berlin.", "Crime is never a problem in Berlin.", DifferenceKind.Negation, null, "never")]
    [InlineData("Unemployment rose to 5 percent.", "Unemployment rose to 7 %.", DifferenceKind.Number, "5 percent", "7 %")]
    [InlineData("It cost $1.8 billion.", "It cost 2 million dollars.", DifferenceKind.Number, "$1.8 billion", "2 million dollars")]
    [InlineData("The toll is $2.50 a crossing.", "The toll is $1,200 a year.", DifferenceKind.Number, "$2.50", "$1,200")]
    [InlineData("The toll rose in 2021, and fell.", "The toll rose in 2022 and fell.", DifferenceKind.Date, "2021", "2022")]
    [InlineData("Three people died in Oslo.", "Seven people died in Oslo.", DifferenceKind.Number, "Three people", "Seven people")]
    [InlineData("The toll rose in 2021.", "The toll rose in 2022.", DifferenceKind.Date, "2021", "2022")]
    [InlineData("The toll rose in June.", "The toll rose in July.", DifferenceKind.Date, "June", "July")]
    [InlineData("Trump met Xi in Beijing.", "Biden met Xi in Beijing.", DifferenceKind.Name, "Trump", "Biden")]
    [InlineData("Crime rose by a third.", "Crime fell by a third.", DifferenceKind.Direction, "rose", "fell")]
    [InlineData("More people work in Spain.", "Fewer people work in Spain.", DifferenceKind.Direction, "More", "Fewer")]
    [InlineData("Spain won the final.", "Spain lost the final.", DifferenceKind.Direction, "won", "lost")]
    public void What_makes_another_claim_is_a_difference(string here, string there, DifferenceKind kind, string? ours, string? theirs) =>
        Assert.Equal([new TextDifference(kind, ours, theirs)], ClaimComparer.Differences(here, there));

    [Theory]
    [InlineData("Unemployment rose to five percent.", "Unemployment rose to 5 % in Spain.")]
    [InlineData("$1.8bn went to a bank in Qatar", "The bank in Qatar got 1,800 million dollars.")]
    [InlineData("The toll rose in June 2021, by $2.", "The toll rose in 2021.")]
    [InlineData("Nobody slept. Iran fired missiles at Israel. That is no joke.", "Iran fired missiles at Israel.")]
    [InlineData("Did Nancy Pelosi Have Lunch in Venice?", "Nancy Pelosi had lunch in Venice.")]
    [InlineData("", "")]
    public void More_words_and_other_spellings_are_none(string here, string there) =>
        Assert.Empty(ClaimComparer.Differences(here, there));

    [Fact]
    public void A_post_is_read_without_its_signs() => Assert.Equal(
        "Look: Nancy Pelosi and Lunch In Venice Jo Smith",
        ClaimComparer.Plain(
            "Look: @NancyPelosi and #LunchInVenice 🍝 https://t.co/x1pic.twitter.com/y — Jo Smith (@jo_smith) July 29, 2019"));

    [Theory]
    [InlineData("The toll rises — again — in June.")]
    [InlineData("Write to desk@news.example, it costs 5 € – or 6 £.")]
    [InlineData("https://t.co/x")]
    public void Other_texts_stay_as_they_are(string text) => Assert.Equal(text, ClaimComparer.Plain(text));
}
