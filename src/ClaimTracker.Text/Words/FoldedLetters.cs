using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ClaimTracker.Text.Words;

/// <summary>
/// Letters and digits without what a reader of a search does not mean to tell apart: case, accents, vowel points, width, ligatures.
/// </summary>
internal static class FoldedLetters
{
    private const string Nothing = "";

    private static readonly ConcurrentDictionary<Rune, string> Known = new();

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(static c => ((char)c).ToString().ToLowerInvariant())];

    /// <summary>Letters that Unicode does not take apart.</summary>
    private static readonly Dictionary<char, string> Spelt = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['ø'] = "o",
        ['œ'] = "oe",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ł'] = "l",
        ['þ'] = "th",
        ['ı'] = "i",
        ['ħ'] = "h",
        ['ŧ'] = "t",
        ['ς'] = "σ",
        ['ى'] = "ي",
        ['ة'] = "ه",
        ['ک'] = "ك",
        ['ی'] = "ي",
    };

    /// <summary>The form of a character; nothing for a mark that is left out.</summary>
    public static string Of(Rune rune) => rune.IsAscii ? Ascii[rune.Value]
        : Known.TryGetValue(rune, out var known) ? known
        : Known.GetOrAdd(rune, Folded(rune));

    private static string Folded(Rune rune)
    {
        if (Rune.IsDigit(rune))
        {
            return ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture);
        }

        var folded = new StringBuilder();
        foreach (var c in Lower(rune))
        {
            folded.Append(IsLeftOut(c) ? Nothing : Spelt.GetValueOrDefault(c) ?? c.ToString());
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    // In lower case once before it is taken apart, and once after: some letters have a small form only as a whole.
    private static string Lower(Rune rune) =>
        Rune.ToLowerInvariant(rune).ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant();

    // Accents, Hebrew and Arabic points and the Arabic tatweel. The marks of other scripts are vowels, and part of the word.
    private static bool IsLeftOut(char c) => c is (>= '\u0300' and <= '\u036F') or 'ـ'
        || (c is >= '\u0483' and <= '\u06ED' && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);
}
