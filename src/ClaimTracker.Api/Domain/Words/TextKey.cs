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
}
