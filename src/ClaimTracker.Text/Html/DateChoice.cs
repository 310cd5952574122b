using ClaimTracker.Text.Dates;

namespace ClaimTracker.Text.Html;

/// <summary>
/// Chooses the day of publication. An instant in UTC may lie on another day than the newsroom's; then the day that the page shows counts.
/// </summary>
internal static class DateChoice
{
    /// <returns>The day and where it is from; null and null if the page has none.</returns>
    public static (DateOnly? Date, string? From) Of(DateOnly? shown, PageMetadata meta)
    {
        foreach (var (text, from) in new[]
        {
            (meta.Data.DatePublished, "json-ld"),
            (meta.First("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "parsely-pub-date",
                "sailthru.date", "citation_publication_date"), "meta"),
            (meta.TimeElement, "time"),
        })
        {
            if (DateReader.Find(text ?? "", "en") is { } date)
            {
                return shown is { } day && IsUtc(text!) && Math.Abs(day.DayNumber - date.DayNumber) == 1 ? (day, "shown") : (date, from);
            }
        }

        return shown is null ? (null, null) : (shown, "shown");
    }

    private static bool IsUtc(string text) =>
        text.EndsWith('Z') || text.EndsWith("+00:00", StringComparison.Ordinal) || text.EndsWith("+0000", StringComparison.Ordinal);
}
