using System.Text;

namespace ClaimTracker.Api.Domain.Words;

/// <summary>What makes two names of users one: nobody who reads the history can tell them apart. The name stays as it came.</summary>
internal static class UserNames
{
    /// <summary>Whether two names are the same, or look the same.</summary>
    public static bool AreAlike(string name, string other) =>
        KeyOf(name) == KeyOf(other) || SkeletonOf(name) == SkeletonOf(other) || GlyphsOf(name) == GlyphsOf(other);

    // The compatibility form as a key: it tells scripts apart, since only there a capital stands for its small letter.
    private static string KeyOf(string name) =>
        TextKey.Of(string.Concat(LookAlikes.WithoutInvisible(name, NormalizationForm.FormKC)));

    private static string SkeletonOf(string name) => TextKey.Of(LookAlikes.SkeletonOf(name));

    // A capital I looks like a small l, but Ian is not Lan: here, and only here, capitals and small letters are told apart.
    private static string GlyphsOf(string name) => string.Join(
        ' ', LookAlikes.SkeletonOf(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Replace('I', 'l').Replace('1', 'l').Replace('|', 'l').Replace('0', 'O');
}
