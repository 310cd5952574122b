namespace ClaimTracker.Text.Html;

/// <summary>Chooses between the visible headline of a page and the title in its head, which often ends with the name of the site.</summary>
internal static class TitleChoice
{
    /// <summary>
    /// Prefers the visible headline, unless it shares so few words with the title that it must belong to something else on the page.
    /// </summary>
    public static string? Of(string? shown, string? head)
    {
        if (shown is null || head is null)
        {
            return shown ?? head;
        }

        var words = Words(shown);
        return words.Count(w => head.Contains(w, StringComparison.OrdinalIgnoreCase)) * 2 >= words.Length ? shown : head;
    }

    private static string[] Words(string title) => title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
