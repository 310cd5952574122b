using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ClaimTracker.Api.Domain.Words;

/// <summary>The form in which texts are compared and searched: NFC, lower case, single spaces. The text itself stays as it came.</summary>
internal static class TextKey
{
    /// <returns>The key; null for no text.</returns>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text) => text is null
        ? null
        : string.Join(
            ' ',
            text.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The keys of words that a filter took apart at its commas, and that of the whole: a word may have commas in it.</summary>
    public static string[] OfEach(IReadOnlyList<string>? words) =>
        words is null ? [] : [.. words.Select(static word => Of(word)), OfWhole(words)];

    /// <summary>The key of words that a filter took apart at its commas.</summary>
    public static string OfWhole(IReadOnlyList<string> words) => Of(string.Join(',', words));
}
