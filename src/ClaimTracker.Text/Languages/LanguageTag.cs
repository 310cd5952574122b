namespace ClaimTracker.Text.Languages;

internal static class LanguageTag
{
    /// <summary>The BCP 47 code of an undetermined language.</summary>
    public const string Undetermined = "und";

    /// <summary>
    /// Returns "pt" for "pt-BR" or "pt_BR", in lower case; null if the tag has no primary language of two or three letters.
    /// </summary>
    public static string? Primary(string? tag)
    {
        var end = tag?.AsSpan().Trim().IndexOfAny('-', '_') ?? -1;
        var primary = (end < 0 ? tag?.Trim() : tag!.Trim()[..end])?.ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower) ? primary : null;
    }
}
