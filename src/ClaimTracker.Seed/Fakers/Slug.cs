namespace ClaimTracker.Seed.Fakers;

/// <summary>Words as a part of an address.</summary>
internal static class Slug
{
    public static string Of(string words) =>
        string.Concat(words.ToLowerInvariant().Where(static c => char.IsAsciiLetterOrDigit(c) || c == ' ')).Replace(' ', '-');
}
