namespace ClaimTracker.Text.Html;

/// <summary>Chooses between the headline that the page shows and the title that its head gives, which often has the site's name behind it.</summary>
internal static class TitleChoice
{
    /// <summary>The shown one, unless it shares so few words with the other that it must belong to something else on the page.</summary>
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
