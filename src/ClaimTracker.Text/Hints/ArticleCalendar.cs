namespace ClaimTracker.Text.Hints;

/// <summary>The calendar as an article of a day means it.</summary>
/// <param name="Published">The day of the article.</param>
/// <param name="LooksAhead">The sentence speaks of what is to come.</param>
internal readonly record struct ArticleCalendar(DateOnly Published, bool LooksAhead)
{
    private const int DaysOfWeek = 7;
    private const int EndOfYear = 12;

    /// <summary>One day; null if there is no such day.</summary>
    public static HintDate? Day(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? One(new DateOnly(year, month, day), DateRule.Named) : null;

    public static HintDate Month(int year, int month, DateRule rule) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), rule);

    public static HintDate Year(int year, DateRule rule) => new(new DateOnly(year, 1, 1), new DateOnly(year, EndOfYear, 31), rule);

    public static HintDate One(DateOnly day, DateRule rule) => new(day, day, rule);

    /// <summary>A day without a year: the nearest before the article, or after it where the sentence looks ahead.</summary>
    public HintDate? Nearest(int month, int day)
    {
        var passed = (month, day).CompareTo((Published.Month, Published.Day)) <= 0;
        var year = Published.Year + (LooksAhead ? (passed && (month, day) != (Published.Month, Published.Day) ? 1 : 0) : passed ? 0 : -1);
        return year is >= 1 and <= 9998 && Day(year, month, day) is { } date ? date with { Rule = DateRule.NearestYear } : null;
    }

    /// <summary>A month without a year.</summary>
    public HintDate NearestMonth(int month)
    {
        var year = Published.Year + (LooksAhead ? (month < Published.Month ? 1 : 0) : month <= Published.Month ? 0 : -1);
        return Month(Math.Clamp(year, 1, 9998), month, DateRule.NearestYear);
    }

    /// <summary>A day of the week.</summary>
    /// <param name="day">The day.</param>
    /// <param name="weeks">-1 for "last", 1 for "next", else 0.</param>
    public HintDate Weekday(DayOfWeek day, int weeks)
    {
        var back = ((int)Published.DayOfWeek - (int)day + DaysOfWeek) % DaysOfWeek;
        if (weeks > 0 || (weeks == 0 && LooksAhead))
        {
            return One(Published.AddDays(back == 0 ? (weeks > 0 ? DaysOfWeek : 0) : DaysOfWeek - back), DateRule.WeekdayAfter);
        }

        return One(Published.AddDays(weeks < 0 && back == 0 ? -DaysOfWeek : -back), DateRule.WeekdayBefore);
    }

    /// <summary>The day, week, month or year so many steps from that of the article; null if there is no such unit.</summary>
    public HintDate? Beside(string unit, int steps, DateRule rule)
    {
        switch (unit)
        {
            case "day":
                return One(Published.AddDays(steps), rule);
            case "week" when rule == DateRule.Ago:
                return One(Published.AddDays(DaysOfWeek * steps), rule);
            case "week":
                var monday = Published.AddDays((DaysOfWeek * steps) - (((int)Published.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));
                return new HintDate(monday, monday.AddDays(DaysOfWeek - 1), rule);
            case "month":
                var month = new DateOnly(Published.Year, Published.Month, 1).AddMonths(steps);
                return Month(month.Year, month.Month, rule);
            case "year":
                return Year(Published.Year + steps, rule);
            default:
                return null;
        }
    }
}
