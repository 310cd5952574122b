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
    [InlineData("ja", "港湾局は2019年に新しい船3隻に750万ユーロを支払った。", "その話はとても面白いですね。")]
    [InlineData("zh", "港务局2019年为三艘新船支付了750万欧元。", "这个故事非常有趣，我们都喜欢。")]
    [InlineData("zh", "市政府去年为新桥支付了七百五十万元，比前年增加两成。", "我觉得我们应该对邻居更好一些。")]
    [InlineData("th", "การท่าเรือจ่ายเงิน 7.5 ล้านยูโรสำหรับเรือใหม่ในปี 2019", "เรื่องนี้สนุกมากจริงๆ นะครับ")]
    public void A_language_without_spaces_is_scored_like_its_English_twin(string language, string claim, string talk)
    {
        var twin = Score("The port authority paid 7.5 million euros for new ships in 2019.");
        Assert.InRange(CheckWorthiness.Score(claim, language).Score, twin - 0.15, twin + 0.15);
        Assert.True(CheckWorthiness.Score(talk, language).Score < 0.3);
    }

    [Fact]
    public void An_initial_is_no_name()
    {
        var names = CheckWorthiness.Score("Later J. R. Moreno met Ida B. Kahn there.").Components.Single(c => c.Name == "names");
        Assert.Equal("names: Moreno, Ida, Kahn", names.Why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("Die Arbeitslosigkeit sank um 3,2 Prozent.")]
    public void A_score_is_between_zero_and_one(string sentence) => Assert.InRange(CheckWorthiness.Score(sentence, "de").Score, 0, 1);
}
