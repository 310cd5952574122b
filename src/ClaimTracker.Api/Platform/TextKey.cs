using System.Text;

namespace ClaimTracker.Api.Platform;

/// <summary>The form in which texts are compared and searched: NFC, lower case, single spaces. The text itself stays as it came.</summary>
internal static class TextKey
{
    public static string Of(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
