using ClaimTracker.Text.Dates;

namespace ClaimTracker.Text.Tests.Dates;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("2023-11-20", "en")]
    [InlineData("2023-11-20T10:15:00Z", "en")]
    [InlineData("November 20, 2023", "en")]
    [InlineData("Published: Mon., Nov. 20th, 2023 at 9:05 AM EST", "en")]
    [InlineData("20 November 2023", "en")]
    [InlineData("11/20/2023", "en")]
    [InlineData("20/11/2023", "fr")]
    [InlineData("20.11.2023, 14:30 Uhr", "de")]
    [InlineData("Berlin, 20. November 2023", "de")]
    [InlineData("20 de noviembre de 2023", "es")]
    [InlineData("Publié le 20 novembre 2023 à 10h15", "fr")]
    [InlineData("20 ноября 2023 г.", "ru")]
    [InlineData("2023年11月20日", "zh")]
    public void A_date_line_gives_its_date(string line, string language)
    {
        Assert.True(DateReader.IsDateLine(line, language, out var date));
        Assert.Equal(new DateOnly(2023, 11, 20), date);
    }

    [Theory]
    [InlineData("The bridge opened on November 20, 2023")]
    [InlineData("Election 2023: 20 numbers")]
    [InlineData("31 of 40 towns")]
    [InlineData("")]
    public void A_line_with_other_words_is_not_a_date_line(string line) => Assert.False(DateReader.IsDateLine(line, "en", out _));

    [Theory]
    [InlineData("2023-02-30")]
    [InlineData("31 April 2023")]
    public void A_day_that_does_not_exist_is_not_a_date(string line)
    {
        DateReader.IsDateLine(line, "en", out var date);
        Assert.Null(date);
    }
}
