namespace ClaimTracker.Api.Host.Settings;

/// <summary>Refuses keys of our sections that no setting has: a misspelt one must not look like a setting that was left out.</summary>
internal static class KnownKeys
{
    // Logging is also the framework's, which reads more of it.
    private static readonly string[] Sections =
    [
        .. SettingNames.All.Where(static name => name.Contains(':', StringComparison.Ordinal))
            .Select(static name => name.Split(':')[0]).Distinct(StringComparer.Ordinal).Except(["Logging"], StringComparer.Ordinal),
    ];

    /// <exception cref="StartException">There is such a key. The message names the setting that is spelt most like it.</exception>
    public static void Require(IConfiguration all)
    {
        var unknown = Sections.SelectMany(section => all.GetSection(section).AsEnumerable())
            .Where(static entry => entry.Value is not null && entry.Key.Contains(':', StringComparison.Ordinal))
            .Select(static entry => entry.Key)
            .FirstOrDefault(static key => !SettingNames.All.Contains(key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new StartException(
                $"There is no setting {unknown}: the nearest is {SettingNames.All.MinBy(name => Distance(name, unknown))}.");
        }
    }

    // Insertions, deletions and replacements, whatever the case (Levenshtein).
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
