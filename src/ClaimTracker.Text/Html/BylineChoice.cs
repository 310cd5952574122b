namespace ClaimTracker.Text.Html;

/// <summary>
/// Chooses the names of the authors from what the page shows and what its head says. A name of the head may be a staff number, an address
/// or the name of the house; then the visible line is better.
/// </summary>
internal static class BylineChoice
{
    /// <summary>In characters, of all the names that one entry may hold.</summary>
    private const int LongestEntry = 320;

    private static readonly string[] MetaNames =
        ["citation_author", "author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"];

    /// <returns>The names, separated by commas, and where they are from; null and null if nobody is named.</returns>
    public static (string? Byline, string? From) Of(string? shown, PageMetadata meta)
    {
        var site = meta.SiteName;
        foreach (var (names, from) in Sources(meta))
        {
            var people = names.Select(Natural).Where(name => IsPerson(name, site)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (people.Count > 0)
            {
                return (string.Join(", ", people), from);
            }
        }

        return shown is not null && !IsHandle(shown) ? (shown, "byline")
            : meta.Data.Houses is [var house, ..] ? (house, "json-ld")
            : (null, null);
    }

    private static IEnumerable<(IReadOnlyList<string> Names, string From)> Sources(PageMetadata meta)
    {
        yield return (meta.Data.Authors, "json-ld");
        foreach (var name in MetaNames)
        {
            yield return (meta.All(name), "meta");
        }
    }

    /// <summary>Turns "Last, First" around.</summary>
    private static string Natural(string name)
    {
        var parts = name.Trim().Split(", ");
        var natural = parts is [{ Length: > 0 } last, { Length: > 0 } first] && !last.Contains(' ', StringComparison.Ordinal)
            && !first.Contains(' ', StringComparison.Ordinal)
            ? $"{first} {last}"
            : name.Trim();
        return natural.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? natural[3..] : natural;
    }

    private static bool IsPerson(string name, string? site) =>
        name.Length is > 1 and <= LongestEntry
        && !IsHandle(name)
        && !name.Equals(site, StringComparison.OrdinalIgnoreCase)
        && !(site is not null && site.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Recognises an account, an address, a domain or a number.</summary>
    private static bool IsHandle(string name) =>
        name.Contains('@', StringComparison.Ordinal)
        || name.Contains("://", StringComparison.Ordinal)
        || name.Any(char.IsAsciiDigit)
        || (!name.Contains(' ', StringComparison.Ordinal)
            && (name.AsSpan().ContainsAny('-', '.') || name.All(char.IsAsciiLetterLower)));
}
