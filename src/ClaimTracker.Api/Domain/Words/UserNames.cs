using System.Globalization;
using System.Text;

namespace ClaimTracker.Api.Domain.Words;

/// <summary>What makes two names of users one: nobody who reads the history can tell them apart.</summary>
internal static class UserNames
{
    /// <summary>
    /// What looks the same in a name: its compatibility form as a key, without the characters that only format it. The name itself stays as
    /// it came.
    /// </summary>
    public static string LikenessOf(string name) => TextKey.Of(
        string.Concat(name.Normalize(NormalizationForm.FormKC)
            .EnumerateRunes()
            .Where(static rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)));

    public static bool AreAlike(string name, string other) => LikenessOf(name) == LikenessOf(other);
}
