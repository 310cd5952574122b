using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Dates;

namespace ClaimTracker.Text.Hints;

/// <summary>Finds dates in English sentences, and the days that they mean for an article of a given day.</summary>
internal static class DateHints
{
    private static readonly WordSet Months = new(
        """
        january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov
        december dec
        """);

    private static readonly WordSet BeforeMonth = new("in since until during last early late mid");

    private static readonly WordSet BeforeYear = new(
        "in since until till by from to between and of during before after early late mid through year spring summer autumn fall winter");

    private static readonly WordSet Determiners = new("a the its his her their");

    private static readonly WordSet Ahead = new("will shall plans scheduled due expected next upcoming");

    /// <summary>Finds the dates of a sentence, in its order.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="published">The day of the article.</param>
    public static List<(CharSpan Span, HintDate Date)> Of(HintSentence sentence, DateOnly published)
    {
        var found = new List<(CharSpan, HintDate)>();
        var calendar = new ArticleCalendar(published, LooksAhead(sentence));
        for (var i = 0; i < sentence.Count;)
        {
            var (length, date) = At(sentence, i, calendar);
            if (date is not null)
            {
                found.Add((sentence.Span(i, i + length - 1), date));
            }

            i += Math.Max(length, 1);
        }

        return found;
    }

    private static bool LooksAhead(HintSentence sentence) =>
        Enumerable.Range(0, sentence.Count).Any(i => sentence.In(i, Ahead));

    private static (int Length, HintDate? Date) At(HintSentence s, int i, ArticleCalendar calendar)
    {
        if (IsMonth(s, i) && MonthFirst(s, i, calendar) is { Length: > 0 } month)
        {
            return month;
        }

        if (DayOf(s.At(i)) is > 0 and var day && s.IsNumberAt(i))
        {
            var at = s.Is(i + 1, "of") ? i + 2 : i + 1;
            if (IsMonth(s, at))
            {
                var after = AfterMonth(s, at);
                var year = YearAt(s, s.IsMarkAt(after, ",") ? after + 1 : after);
                return year > 0 && !s.IsMarkAt(after, ",")
                    ? (after + 1 - i, ArticleCalendar.Day(year, MonthOf(s, at), day))
                    : (at + 1 - i, calendar.Nearest(MonthOf(s, at), day));
            }
        }

        return YearAt(s, i) is > 0 and var alone && IsYearInPlace(s, i)
            ? (1, ArticleCalendar.Year(alone, DateRule.Named))
            : RelativeDates.At(s, i, calendar);
    }

    /// <summary>"Oct. 7, 2023", "Oct. 7", "October 2023", and "in October".</summary>
    private static (int Length, HintDate? Date) MonthFirst(HintSentence s, int i, ArticleCalendar calendar)
    {
        var (after, month) = (AfterMonth(s, i), MonthOf(s, i));
        if (s.IsNumberAt(after) && DayOf(s.At(after)) is > 0 and var day && !s.IsMarkAt(after + 1, "-–%"))
        {
            var comma = s.IsMarkAt(after + 1, ",") ? 1 : 0;
            return YearAt(s, after + 1 + comma) is > 0 and var year
                ? (after + 2 + comma - i, ArticleCalendar.Day(year, month, day))
                : (after + 1 - i, calendar.Nearest(month, day));
        }

        var separator = s.IsMarkAt(after, ",") ? 1 : 0;
        if (YearAt(s, after + separator) is > 0 and var ofYear)
        {
            return (after + 1 + separator - i, ArticleCalendar.Month(ofYear, month, DateRule.Named));
        }

        return s.In(i - 1, BeforeMonth) ? (1, calendar.NearestMonth(month)) : (0, null);
    }

    private static int AfterMonth(HintSentence s, int month) => s.IsMarkAt(month + 1, ".") ? month + 2 : month + 1;

    private static bool IsMonth(HintSentence s, int i) => s.IsCapitalAt(i) && s.In(i, Months);

    private static int MonthOf(HintSentence s, int i) => MonthNames.Number(s.At(i));

    /// <summary>The day of "7", "7th"; 0 for anything else.</summary>
    private static int DayOf(ReadOnlySpan<char> token)
    {
        var digits = token.TrimEnd("stndrh");
        return digits.Length is 1 or 2 && token.Length - digits.Length is 0 or 2 && int.TryParse(digits, out var day) && day is > 0 and < 32
            ? day
            : 0;
    }

    private static int YearAt(HintSentence s, int i) =>
        s.At(i) is { Length: 4 } token && int.TryParse(token, out var year) && year is >= 1900 and <= 2099 ? year : 0;

    /// <summary>Checks that a number of four digits stands where a year does, and counts nothing.</summary>
    private static bool IsYearInPlace(HintSentence s, int i) =>
        s.In(i - 1, BeforeYear) ? YearAt(s, i - 2) > 0 || s.IsCapitalAt(i + 1) || !IsPlural(s, i + 1)
            : s.In(i - 1, Determiners) && s.IsWordAt(i + 1) && !IsPlural(s, i + 1);

    private static bool IsPlural(HintSentence s, int i) => s.IsWordAt(i) && s.At(i) is { Length: > 3 } word && word.EndsWith("s");
}
