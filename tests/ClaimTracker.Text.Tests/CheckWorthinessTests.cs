namespace ClaimTracker.Text.Tests;

public sealed class CheckWorthinessTests
{
    private static double Score(string sentence) => CheckWorthiness.Score(sentence).Score;

    [Fact]
    public void A_figure_deserves_more_than_a_greeting() =>
        Assert.True(Score("Unemployment fell by 3.2 percent between 2010 and 2015.") > Score("Good evening and thank you all for coming."));

    [Fact]
    public void A_question_deserves_less_than_its_statement() =>
        Assert.True(Score("Has crime in Leeds doubled since 2019?") < Score("Crime in Leeds has doubled since 2019."));

    [Fact]
    public void An_opinion_deserves_less_than_a_fact() =>
        Assert.True(Score("I think that we should be kinder to our neighbours.") < Score("The city paid 4 million to its neighbours."));

    [Fact]
    public void Every_component_says_why()
    {
        var numbers = CheckWorthiness.Score("Unemployment fell by 3.2 percent in 2015.").Components.Single(c => c.Name == "numbers");
        Assert.Equal("numbers: 3.2, 2015", numbers.Why);
    }

    [Fact]
    public void Numbers_have_three_decimals_at_most()
    {
        var result = CheckWorthiness.Score("Nine of 17 towns on the coast lost 3.7 percent of their people.");
        Assert.All([result.Score, .. result.Components.Select(c => c.Value)], v => Assert.Equal(Math.Round(v, 3), v));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("Die Arbeitslosigkeit sank um 3,2 Prozent.")]
    public void A_score_is_between_zero_and_one(string sentence) => Assert.InRange(CheckWorthiness.Score(sentence, "de").Score, 0, 1);
}
