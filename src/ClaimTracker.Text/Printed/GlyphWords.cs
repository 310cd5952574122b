using System.Globalization;
using System.Text;

namespace ClaimTracker.Text.Printed;

/// <summary>The characters that a glyph stands for.</summary>
internal static class GlyphWords
{
    /// <summary>Stands for a glyph whose characters the file does not tell.</summary>
    public const string Unknown = "\uFFFD";

    private const int LongestLigature = 8;

    /// <summary>Ligatures are taken apart; every kind of white space is a space; what no text holds is dropped.</summary>
    public static string Of(string? unicode)
    {
        if (unicode is null or { Length: > LongestLigature })
        {
            return Unknown;
        }

        if (unicode is [>= '!' and <= '~'])
        {
            return unicode;
        }

        var words = new StringBuilder(unicode.Length);
        foreach (var rune in unicode.EnumerateRunes())
        {
            var isText = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate)
                && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);
            words.Append(
                Rune.IsWhiteSpace(rune) ? " "
                : !isText ? ""
                : rune.Value is >= 0xFB00 and <= 0xFB06 ? rune.ToString().Normalize(NormalizationForm.FormKC)
                : rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse ? Unknown
                : rune.ToString());
        }

        return words.ToString();
    }
}
