namespace ClaimTracker.Text.Languages;

internal static class LanguageTag
{
    /// <summary>BCP 47's word for "nothing tells".</summary>
    public const string Undetermined = "und";

    /// <summary>"pt" of "pt-BR" or "pt_BR", in lower case; null where there is no such thing.</summary>
    public static string? Primary(string? tag)
    {
        var end = tag?.AsSpan().Trim().IndexOfAny('-', '_') ?? -1;
        var primary = (end < 0 ? tag?.Trim() : tag!.Trim()[..end])?.ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower) ? primary : null;
    }
}
