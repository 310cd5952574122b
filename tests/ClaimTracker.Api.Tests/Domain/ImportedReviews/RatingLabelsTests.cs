using ClaimTracker.Api.Domain.ImportedReviews;

namespace ClaimTracker.Api.Tests.Domain.ImportedReviews;

public sealed class RatingLabelsTests
{
    [Theory]
    [InlineData("False", "false")]
    [InlineData("FALSE!", "false")]
    [InlineData("Pants on Fire!", "false")]
    [InlineData("Four Pinocchios", "false")]
    [InlineData("Half-true", "mixed")]
    [InlineData("Partly  False", "mixed")]
    [InlineData("Misleading", "mostly_false")]
    [InlineData("Missing Context.", "mostly_false")]
    [InlineData("Größtenteils richtig", "mostly_true")]
    [InlineData("C’est faux", "other")]
    [InlineData("C'est faux", "false")]
    [InlineData("Falso", "false")]
    [InlineData("ENGAÑOSO", "mostly_false")]
    [InlineData("Fałsz", "false")]
    [InlineData("गलत", "false")]
    [InlineData("भ्रामक", "mostly_false")]
    [InlineData("錯誤", "false")]
    [InlineData("مضلل", "mostly_false")]
    [InlineData("Не доказано", "unproven")]
    [InlineData("No evidence", "unproven")]
    [InlineData("Satire", "other")]
    [InlineData("False. The picture shows another harbour", "false")]
    [InlineData("Misleading: the figure is of 2019", "mostly_false")]
    [InlineData("True – with a footnote", "true")]
    [InlineData("Not false", "other")]
    [InlineData("Falsehoods abound", "other")]
    [InlineData("", "other")]
    [InlineData(null, "other")]
    public void A_label_in_any_language_has_its_normalised_rating(string? label, string expected) =>
        Assert.Equal(expected, EnumWords.ToWord(RatingLabels.Normalise(label, null, null, null)));

    [Theory]
    [InlineData("Three harbour masts", 1.0, 5.0, 1.0, "false")]
    [InlineData(null, 5.0, 5.0, 1.0, "true")]
    [InlineData(null, 3.0, 5.0, 1.0, "mixed")]
    [InlineData(null, 2.0, 5.0, 1.0, "mostly_false")]
    [InlineData(null, 4.0, 5.0, 1.0, "mostly_true")]
    [InlineData("False", 5.0, 5.0, 1.0, "false")]
    [InlineData(null, -1.0, -1.0, -1.0, "other")]
    [InlineData(null, 9.0, 5.0, 1.0, "other")]
    [InlineData(null, 1.0, null, null, "other")]
    public void A_number_tells_where_the_words_do_not(string? label, double value, double? best, double? worst, string expected) =>
        Assert.Equal(expected, EnumWords.ToWord(RatingLabels.Normalise(label, value, best, worst)));

    [Fact]
    public void Over_a_thousand_labels_are_known() => Assert.True(RatingLabels.All.Count() > 1_000);
}
