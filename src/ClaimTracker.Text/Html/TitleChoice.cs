using ClaimTracker.Text.Body;

namespace ClaimTracker.Text.Html;

/// <summary>Chooses between the visible headline of a page and the titles in its head, which often end with the name of the site.</summary>
internal static class TitleChoice
{
    private const int FewestWords = 3;
    private const int MostWordsOfSite = 4;
    private const int MostWordsOfLabel = 5;

    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " • ", " · "];

    /// <returns>The title and where it is from; null and null if the page has none.</returns>
    public static (string? Title, string? From) Of(string? shown, PageMetadata meta)
    {
        if (shown is not null && !IsElsewhere(shown, meta))
        {
            return WithoutKicker(shown, meta) is { } short_ ? (short_, "headline") : (shown, "headline");
        }

        return meta.Data.Headline is { } headline ? (headline, "json-ld")
            : meta.First("og:title", "twitter:title", "dc.title") is { } named ? (WithoutSite(named, meta.SiteName), "meta")
            : meta.DocumentTitle is { } title ? (WithoutSite(title, meta.SiteName), "title")
            : (shown, shown is null ? null : "headline");
    }

    /// <summary>A short heading that no title in the head shares a word with is about something else.</summary>
    private static bool IsElsewhere(string shown, PageMetadata meta) =>
        shown.Split(' ').Length < MostWordsOfLabel && meta.Titles.Count > 0 && meta.Titles.All(title => WordOverlap.Of(shown, title) == 0);

    /// <summary>A heading may open with a kicker, which the title in the head does not have.</summary>
    private static string? WithoutKicker(string shown, PageMetadata meta)
    {
        foreach (var title in meta.Titles)
        {
            if (title.Length < shown.Length && title.Split(' ').Length > FewestWords
                && shown.EndsWith(title, StringComparison.OrdinalIgnoreCase))
            {
                return shown[^title.Length..];
            }
        }

        return null;
    }

    /// <summary>Cuts the name of the site off the end.</summary>
    private static string WithoutSite(string title, string? site)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at < 0 || title[..at].Split(' ').Length < FewestWords)
            {
                continue;
            }

            var end = title[(at + separator.Length)..];
            var isSite = site is not null
                && (end.Contains(site, StringComparison.OrdinalIgnoreCase) || site.Contains(end, StringComparison.OrdinalIgnoreCase));
            if (isSite || (separator != " - " && separator != " – " && separator != " — " && end.Split(' ').Length <= MostWordsOfSite))
            {
                return title[..at];
            }
        }

        return title;
    }
}
