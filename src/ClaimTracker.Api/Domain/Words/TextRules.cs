namespace ClaimTracker.Api.Domain.Words;

/// <summary>Rules for texts of the newsroom that several requests take.</summary>
internal static class TextRules
{
    public static IRuleBuilderOptions<T, string?> HttpUrl<T>(this IRuleBuilder<T, string?> rule) =>
        rule.AtMost(Limits.Url)
            .Must(static url => url is null || UrlKey.IsHttp(url))
            .WithMessage("must be a full address that begins with http:// or https://, without spaces or a user name");

    /// <summary>A BCP 47 language tag, such as en or pt-BR.</summary>
    public static IRuleBuilderOptions<T, string?> LanguageTag<T>(this IRuleBuilder<T, string?> rule) =>
        rule.AtMost(Limits.LanguageTag)
            .Must(static tag => tag is null || IsLanguageTag(tag)).WithMessage("must be a language tag such as en or pt-BR");

    public static bool IsLanguageTag(string tag)
    {
        var parts = tag.Split('-');
        return parts[0].Length is 2 or 3 && parts.All(static part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit))
            && parts[0].All(char.IsAsciiLetter);
    }
}
