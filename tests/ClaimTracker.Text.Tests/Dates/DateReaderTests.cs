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
    [InlineData("الاثنين 20 نوفمبر 2023", "ar")]
    [InlineData("نشر في ٢٠ تشرين الثاني ٢٠٢٣", "ar")]
    [InlineData("20 नवंबर 2023", "hi")]
    [InlineData("20 พฤศจิกายน 2566", "th")]
    [InlineData("20 พ.ย. 2566", "th")]
    [InlineData("20/11/2566", "th")]
    [InlineData("20 Kasım 2023 Pazartesi", "tr")]
    [InlineData("20. listopadu 2023", "cs")]
    [InlineData("20. studenoga 2023", "hr")]
    [InlineData("2023. november 20.", "hu")]
    [InlineData("20 בנובמבר 2023", "he")]
    [InlineData("29 آبان 1402", "fa")]
    [InlineData("۱۴۰۲/۰۸/۲۹", "fa")]
    [InlineData("۲۰ نوامبر ۲۰۲۳", "fa")]
    [InlineData("২০ নভেম্বর ২০২৩", "bn")]
    [InlineData("20 листопада 2023 року", "uk")]
    [InlineData("20. marraskuuta 2023", "fi")]
    [InlineData("2023년 11월 20일", "ko")]
    [InlineData("Publicat: 20 noiembrie 2023", "ro")]
    public void A_date_line_gives_its_date(string line, string language)
    {
        Assert.True(DateReader.IsDateLine(line, language, out var date));
        Assert.Equal(new DateOnly(2023, 11, 20), date);
    }

    [Theory]
    [InlineData("Le 1er novembre 2023", "fr", 2023, 11, 1)]
    [InlineData("3. listopada 2023", "hr", 2023, 10, 3)]
    [InlineData("3 listopada 2023", "pl", 2023, 11, 3)]
    public void A_month_is_read_in_its_language(string line, string language, int year, int month, int day)
    {
        Assert.True(DateReader.IsDateLine(line, language, out var date));
        Assert.Equal(new DateOnly(year, month, day), date);
    }

    [Theory]
    [InlineData("| 2019 | 4 | 7.5m |")]
    [InlineData("2019 4 7.5m")]
    [InlineData("2019\t4\t7")]
    [InlineData("| 3 | March | 2019 |")]
    [InlineData("2019.4.7.5")]
    [InlineData("3 March 3019")]
    public void A_row_of_a_table_is_not_a_date(string line) => Assert.Null(DateReader.Find(line, "en"));

    [Fact]
    public void The_date_of_a_wire_report_is_that_of_its_dateline() =>
        Assert.Equal(
            new DateOnly(2019, 5, 3),
            ArticleParser.ReadPlain(
                "FOR RELEASE\n\nContact: Ida Kahn\n\nTel. 4410\n\nHarbour opens second lock\n\nToday\n\n"
                    + "LUND HARBOUR, May 3, 2019 /Newswire/ -- The harbour opened its lock. Nobody came.")
                .PublishedOn);

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
