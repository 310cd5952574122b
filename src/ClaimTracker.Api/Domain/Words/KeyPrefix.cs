namespace ClaimTracker.Api.Domain.Words;

/// <summary>
/// The beginning of a key for comparison, by which long texts are looked up: <c>where substr(text_key, 1, 200) = @prefix and
/// text_key = @key</c>. An index on the first finds the few that begin alike; PostgreSQL could not index the whole of a long text.
/// </summary>
internal static class KeyPrefix
{
    /// <summary>Code points, which is what both engines count.</summary>
    private const int Length = 200;

    /// <summary>The beginning of a key.</summary>
    public static string Of(string key) => string.Concat(key.EnumerateRunes().Take(Length));
}
