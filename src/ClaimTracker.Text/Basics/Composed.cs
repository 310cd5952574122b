using System.Buffers;
using System.Text;

namespace ClaimTracker.Text.Basics;

/// <summary>Composes letters with their marks (Unicode form C) in any text, also in one that is not well formed.</summary>
internal static class Composed
{
    /// <summary>Units at which the library refuses to compose: noncharacters and halves of pairs.</summary>
    private static readonly SearchValues<char> Refused = SearchValues.Create(
    [
        .. Enumerable.Range(0xFDD0, 0x20).Append(0xFFFE).Append(0xFFFF).Concat(Enumerable.Range(0xD800, 0x800)).Select(static c => (char)c),
    ]);

    /// <summary>Returns the text composed; runs of refused characters stay as they are.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Refused) < 0)
        {
            return text.Normalize(NormalizationForm.FormC);
        }

        var composed = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var plain = rest.IndexOfAny(Refused) is >= 0 and var at ? at : rest.Length;
            composed.Append(rest[..plain].ToString().Normalize(NormalizationForm.FormC));
            rest = rest[plain..];
            var odd = rest.IndexOfAnyExcept(Refused) is >= 0 and var next ? next : rest.Length;
            composed.Append(rest[..odd]);
            rest = rest[odd..];
        }

        return composed.ToString();
    }
}
