namespace ClaimTracker.Api.Domain.Comments;

/// <summary>
/// Finds the users that a text mentions: <c>@"Noor Haddad"</c>, or <c>@Noor Haddad</c>, up to the longest name that somebody has.
/// Words that name nobody stay text.
/// </summary>
internal static class Mentions
{
    private const string NamesSql = "select id, name_key from users where removed_at is null";

    /// <returns>The ids of the users, each once, in the order in which the text mentions them.</returns>
    public static async Task<IReadOnlyList<long>> FindAsync(ReadTx tx, string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return [];
        }

        var users = await tx.ListAsync<(long Id, string Key)>(NamesSql);
        return Find(text, users.ToDictionary(static u => u.Key, static u => u.Id, StringComparer.Ordinal));
    }

    /// <param name="text">The text.</param>
    /// <param name="users">The ids of the users by the key of their name.</param>
    public static IReadOnlyList<long> Find(string text, Dictionary<string, long> users)
    {
        var byKey = users.GetAlternateLookup<ReadOnlySpan<char>>();
        int[] lengths = [.. users.Keys.Select(static key => key.Length).Distinct().OrderDescending()];
        var found = new List<long>();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var isAddress = at > 0 && char.IsLetterOrDigit(text[at - 1]); // Such as ada@desk.example.
            if (!isAddress && After(text, at + 1, byKey, lengths) is { } user && !found.Contains(user))
            {
                found.Add(user);
            }
        }

        return found;
    }

    private static long? After(string text, int start, Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> users, int[] lengths)
    {
        // Room for the longest name: two chars for each code point, and as many again for white space that the key drops.
        var window = text.AsSpan(start, Math.Min(text.Length - start, Limits.UserName * 4));
        if (window is ['"', ..])
        {
            var end = window[1..].IndexOf('"');
            return end > 0 && users.TryGetValue(TextKey.Of(window.Slice(1, end).ToString()), out var quoted) ? quoted : null;
        }

        if (window.IsEmpty || char.IsWhiteSpace(window[0]))
        {
            return null;
        }

        var key = TextKey.Of(char.IsHighSurrogate(window[^1]) ? window[..^1].ToString() : window.ToString()).AsSpan();
        foreach (var length in lengths)
        {
            var ends = length == key.Length || (length < key.Length && !char.IsLetterOrDigit(key[length]));
            if (ends && users.TryGetValue(key[..length], out var user))
            {
                return user;
            }
        }

        return null;
    }
}
