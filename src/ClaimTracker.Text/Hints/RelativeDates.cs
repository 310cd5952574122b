using System.Collections.Frozen;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Hints;

/// <summary>Dates that count from the day of the article: "on Wednesday", "three weeks ago", "last year", "yesterday".</summary>
internal static class RelativeDates
{
    private const int MostSteps = 500;

    private static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>"Black Friday" is no Friday of the week.</summary>
    private static readonly WordSet NamedDays = new("black good super ash cyber bloody palm easter giving casual");

    private static readonly FrozenDictionary<string, int> Steps = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["last"] = -1,
        ["this"] = 0,
        ["next"] = 1,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The date that begins at a token, and its number of tokens; none if there is none.</summary>
    public static (int Length, HintDate? Date) At(HintSentence s, int i, ArticleCalendar calendar)
    {
        if (!s.IsWordAt(i) && !s.IsNumberAt(i))
        {
            return default;
        }

        var weekday = WeekdayAt(s, i);
        if (weekday >= 0 && !s.In(i - 1, NamedDays))
        {
            var step = Steps.GetValueOrDefault(s.At(i - 1).ToString());
            return (1, calendar.Weekday((DayOfWeek)weekday, step));
        }

        if (Steps.TryGetValue(s.At(i).ToString(), out var steps) && s.IsWordAt(i + 1) && !s.IsCapitalAt(i + 1))
        {
            return s.Is(i, "last") && s.Is(i + 1, "night") ? (2, ArticleCalendar.One(calendar.Published.AddDays(-1), DateRule.Relative))
                : s.Is(i + 1, "day") ? default
                : (2, calendar.Beside(s.At(i + 1).ToString(), steps, DateRule.Relative)) is { Item2: not null } beside ? beside : default;
        }

        return s.Is(i, "yesterday") ? (1, calendar.Beside("day", -1, DateRule.Relative))
            : s.Is(i, "tomorrow") ? (1, calendar.Beside("day", 1, DateRule.Relative))
            : s.Is(i, "today") || s.Is(i, "tonight") ? (1, calendar.Beside("day", 0, DateRule.Relative))
            : Ago(s, i, calendar);
    }

    private static (int Length, HintDate? Date) Ago(HintSentence s, int i, ArticleCalendar calendar)
    {
        var count = NumberWords.Count(s.At(i));
        if (count is <= 0 or > MostSteps || !s.Is(i + 2, "ago") || !s.IsWordAt(i + 1))
        {
            return default;
        }

        return calendar.Beside(s.At(i + 1).TrimEnd('s').ToString(), -count, DateRule.Ago) is { } date
            && !s.Is(i - 1, "than") && date.From.Year > 1 ? (3, date) : default;
    }

    private static int WeekdayAt(HintSentence s, int i)
    {
        for (var day = 0; day < Weekdays.Length; day++)
        {
            if (s.At(i).SequenceEqual(Weekdays[day]))
            {
                return day;
            }
        }

        return -1;
    }
}
